using System.Reflection;

namespace Regio.StandIns.Tests.Metadata;

/// <summary>
/// The stand-ins against everything that was compiled for the official packages, or for them:
/// what refers to them finds each type and member, with the signature that it was compiled for.
/// </summary>
public sealed class MetadataTests : IDisposable
{
    private readonly Dictionary<string, StandInAssembly> _standIns = Repository.StandIns
        .Select(name => (Name: name, Path: Path.Combine(AppContext.BaseDirectory, $"{name}.dll")))
        .Where(standIn => File.Exists(standIn.Path))
        .ToDictionary(standIn => standIn.Name, standIn => new StandInAssembly(standIn.Path), StringComparer.Ordinal);

    [Fact]
    public void Everything_that_refers_to_a_stand_in_finds_what_it_refers_to()
    {
        var reports = Assemblies().Select(path => ReferenceCheck.Run(path, _standIns)).OfType<ReferenceReport>().ToList();

        var faults = reports.SelectMany(report => report.Faults).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Contains(reports, report => report is { User: "Grpc.Net.Client", Checked: > 100 });
        Assert.Contains(reports, report => report is { User: "Grpc.AspNetCore.Server", Checked: > 100 });
        Assert.Contains(reports, report => report is { User: "Regio.StandIns.Tests", Checked: > 100 });
    }

    [Fact]
    public void Every_type_of_what_refers_to_a_stand_in_can_be_loaded()
    {
        var users = Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
            .Where(path => ReferenceCheck.Run(path, _standIns) is not null)
            .Select(path => Assembly.Load(AssemblyName.GetAssemblyName(path)))
            .ToList();

        // A member that an interface or abstract class asks for and that nobody implements shows here.
        Assert.All(users, user => Assert.NotEmpty(user.GetTypes()));
        Assert.True(users.Count > 5);
    }

    [Fact]
    public void A_stand_in_that_lacks_something_is_found_out()
    {
        var wrong = new Dictionary<string, StandInAssembly>(StringComparer.Ordinal)
        {
            ["Grpc.Core.Api"] = _standIns["Grpc.Net.Common"],
        };

        var report = ReferenceCheck.Run(Path.Combine(AppContext.BaseDirectory, "Grpc.Net.Client.dll"), wrong);

        Assert.NotNull(report);
        Assert.Contains(report.Faults, fault => fault.Contains("Grpc.Core.RpcException", StringComparison.Ordinal));
    }

    [Fact]
    public void A_member_is_known_by_its_whole_signature()
    {
        var core = _standIns["Grpc.Core.Api"];
        MemberShape With(string signature) => new("WithDeadline", signature);

        Assert.Null(core.FaultOfMember(
            "Grpc.Core.CallOptions", With("instance struct Grpc.Core.CallOptions <0>(struct System.DateTime)"), "anyone"));
        Assert.NotNull(core.FaultOfMember(
            "Grpc.Core.CallOptions", With("instance struct Grpc.Core.CallOptions <0>(struct System.TimeSpan)"), "anyone"));
        Assert.NotNull(core.FaultOfMember(
            "Grpc.Core.CallOptions", With("static struct Grpc.Core.CallOptions <0>(struct System.DateTime)"), "anyone"));
        Assert.Equal("the type is not visible", core.FaultOfType("Grpc.Core.UnimplementedCallInvoker", "anyone"));
        Assert.Null(_standIns["Grpc.HealthCheck"].FaultOfMember(
            "Grpc.HealthCheck.HealthServiceImpl",
            new MemberShape(
                "WatchStatuses",
                "instance System.Collections.Generic.IAsyncEnumerable`1<struct Grpc.Health.V1.HealthCheckResponse/Types/ServingStatus>"
                    + " <0>(String, struct System.Threading.CancellationToken)"),
            "Grpc.AspNetCore.HealthChecks"));
    }

    [Theory]
    [InlineData("Grpc.Core.Api")]
    [InlineData("Grpc.Net.Common")]
    public void What_the_official_engines_bind_to_has_the_identity_that_they_ask_for(string name)
    {
        var engine = Assembly.Load("Grpc.Net.Client");
        var asked = engine.GetReferencedAssemblies().Single(reference => string.Equals(reference.Name, name, StringComparison.Ordinal));
        var given = AssemblyName.GetAssemblyName(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));

        Assert.Equal(asked.Version, given.Version);
        Assert.Equal(asked.GetPublicKeyToken(), given.GetPublicKeyToken());
        Assert.Equal(engine.GetName().GetPublicKey(), given.GetPublicKey());
    }

    public void Dispose()
    {
        foreach (var standIn in _standIns.Values)
            standIn.Dispose();
    }

    /// <summary>What stands beside the tests, and what the products were built into with the stand-ins as they are now.</summary>
    private static IEnumerable<string> Assemblies()
    {
        var output = Path.Combine("bin", Repository.Configuration, "net10.0");
        string[] products = ["AppHost", "ServiceDefaults", "cli", "protos", .. Directory.GetDirectories(Path.Combine(Repository.Root, "services"))];
        return products
            .Select(product => Path.Combine(Repository.Root, product, output))
            .Where(folder => Directory.Exists(folder) && HasTheSameStandIns(folder))
            .SelectMany(folder => Directory.GetFiles(folder, "*.dll"))
            .Concat(Directory.GetFiles(AppContext.BaseDirectory, "*.dll"));
    }

    private static bool HasTheSameStandIns(string folder) => Repository.StandIns
        .Select(name => (Theirs: Path.Combine(folder, $"{name}.dll"), Ours: Path.Combine(AppContext.BaseDirectory, $"{name}.dll")))
        .Where(pair => File.Exists(pair.Theirs) && File.Exists(pair.Ours))
        .All(pair => File.ReadAllBytes(pair.Theirs).AsSpan().SequenceEqual(File.ReadAllBytes(pair.Ours)));
}
