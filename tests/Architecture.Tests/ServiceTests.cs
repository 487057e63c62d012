using System.Reflection;
using System.Text.RegularExpressions;
using Regio.ServiceDefaults.Security;

namespace Regio.Architecture.Tests;

public sealed partial class ServiceTests
{
    // Folders around the features: what they hold is there for the database, the pages or the form of requests.
    private static readonly string[] Edges = ["Persistence", "Pages", "Requests", "ReferenceData", "Vault"];

    // Names of what stands between the domain and the outside.
    private static readonly string[] EdgeNames =
    [
        "GrpcService", "Mapping", "Reader", "Projector", "EventProjection", "ProjectionTables", "IncomingFile", "IncomingRows", "FileRows", "Loader", "Files", "Csv", "Events", "Definition",
        "FieldRules", "DraftLines", "CaseChanges", "GapChanges", "MunicipalityRegister", "RoundChanges", "BodyNames", "ReadLog", "ReadLogSeal", "ReadLogSealer", "ReadLogBlank",
        "ImportStore", "ReportDrafter", "TableImporter",
    ];

    private static readonly string[] Outside =
        ["Microsoft.EntityFrameworkCore", "Npgsql", "Grpc", "Google.Protobuf", "MassTransit", "RabbitMQ", "FluentValidation", "Microsoft.AspNetCore", "Regio.Messages"];

    [Fact]
    public void Every_service_in_the_repository_is_looked_at() =>
        Assert.Equal(
            Repository.Files("services", "Program.cs").Select(file => file.Directory!.Name).Order(),
            Services.All.Select(service => service.Name).Order());

    [Fact]
    public void The_domain_knows_no_database_no_transport_and_no_bus()
    {
        var domain = DomainFiles().ToList();

        Assert.NotEmpty(domain);
        Assert.All(domain, file =>
        {
            var text = File.ReadAllText(file.FullName);
            Assert.All(Outside, name => Assert.False(UsesNamespace(text, name), $"{Repository.Relative(file)} knows {name}."));
        });
    }

    [Fact]
    public void The_domain_of_sharing_costs_is_among_what_is_looked_at() =>
        Assert.Superset(
            new HashSet<string> { "LargestRemainder.cs", "Contract.cs", "ScaleRule.cs", "Case.cs", "Allocation.cs", "AllocationKey.cs", "CostAllocation.cs", "Municipality.cs", "RegionSums.cs" },
            DomainFiles().Select(file => file.Name).ToHashSet());

    [Fact]
    public void No_service_refers_to_another()
    {
        var names = Services.All.Select(service => service.Assembly.GetName().Name).ToHashSet();

        Assert.All(Services.All, service => Assert.DoesNotContain(
            service.Assembly.GetReferencedAssemblies(),
            reference => names.Contains(reference.Name)));
    }

    [Fact]
    public void Every_rpc_names_a_policy_that_its_service_declares()
    {
        Assert.All(Services.WithShared, service =>
        {
            var declared = service.Policies.Select(policy => policy.Name).ToHashSet();
            Assert.All(service.Rpcs(), rpc => Assert.Contains(PolicyOf(service, rpc.Service.Name, rpc.Name), declared));
        });
    }

    [Fact]
    public void Every_declared_policy_is_used_and_gives_somebody_access()
    {
        Assert.All(Services.WithShared, service =>
        {
            var used = service.Rpcs().Select(rpc => PolicyOf(service, rpc.Service.Name, rpc.Name)).ToHashSet();
            Assert.Equal(service.Policies.Select(policy => policy.Name).Order(), used.Order());
            Assert.All(service.Policies, policy => Assert.NotEmpty(policy.Roles));
        });
    }

    [Fact]
    public void A_program_is_read_at_a_glance() =>
        Assert.All(Repository.Files("services", "Program.cs"), file => Assert.InRange(File.ReadAllLines(file.FullName).Length, 1, 25));

    private static IEnumerable<FileInfo> DomainFiles()
    {
        var rpcs = Services.All.SelectMany(service => service.Rpcs()).Select(rpc => rpc.Name).ToHashSet();
        return from service in Services.All
               from file in Repository.Files($"services/{service.Name}", "*.cs")
               let path = Path.GetRelativePath(Path.Combine(Repository.Root.FullName, "services", service.Name), file.FullName).Split(Path.DirectorySeparatorChar)
               let name = Path.GetFileNameWithoutExtension(file.Name)
               where path.Length > 1 && !Edges.Contains(path[0])
               where !rpcs.Contains(name) && !ConsumerName().IsMatch(name) && !name.StartsWith("Stored", StringComparison.Ordinal) && !Array.Exists(EdgeNames, name.EndsWith)
               select file;
    }

    private static string PolicyOf(ServiceUnderTest service, string contract, string rpc)
    {
        var implementation = service.Assembly.GetTypes().Single(type => type.BaseType?.Name == contract + "Base");
        var method = implementation.GetMethod(rpc, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        return method?.GetCustomAttribute<PolicyAttribute>()?.Name ?? $"({implementation.Name}.{rpc} has none)";
    }

    private static bool UsesNamespace(string text, string name) =>
        Regex.IsMatch(text, $@"(?<![\w.]){Regex.Escape(name)}\b[.;]", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex("^On[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConsumerName();
}
