using System.Security.Cryptography;
using System.Text.Json;
using Regio.StandIns.Tests.Grpc.Server;

namespace Regio.StandIns.Tests.Grpc;

/// <summary>A client of another make (grpc-js on Node.js) understands the server, and it the client.</summary>
public sealed class InteropTests(InteropFixture fixture) : IClassFixture<InteropFixture>
{
    [Theory]
    [InlineData("unary")]
    [InlineData("clientStreaming")]
    [InlineData("serverStreaming")]
    [InlineData("duplexStreaming")]
    [InlineData("deadline")]
    [InlineData("cancellation")]
    [InlineData("metadata")]
    [InlineData("richErrors")]
    [InlineData("gzip")]
    [InlineData("health")]
    [InlineData("reflection")]
    public async Task A_client_that_is_not_dotnet_is_understood(string check)
    {
        Assert.SkipUnless(Processes.IsInstalled("node"), "Node.js is not installed (Debian: apt-get install nodejs npm).");

        var faults = await fixture.Faults;

        Assert.True(faults.TryGetValue(check, out var fault), "the client did not come to this check");
        Assert.Null(fault);
    }

    [Fact]
    public async Task Its_deadline_and_cancellation_reach_the_server()
    {
        Assert.SkipUnless(Processes.IsInstalled("node"), "Node.js is not installed (Debian: apt-get install nodejs npm).");
        await fixture.Faults;

        var deadline = await fixture.Server.Observations.DeadlineSeenBy("interop deadline");
        await fixture.Server.Observations.CancellationSeenBy("interop deadline");
        await fixture.Server.Observations.CancellationSeenBy("interop cancellation");

        Assert.NotEqual(DateTime.MaxValue, deadline);
    }

    [Fact]
    public async Task Its_messages_cross_the_wire_compressed()
    {
        Assert.SkipUnless(Processes.IsInstalled("node"), "Node.js is not installed (Debian: apt-get install nodejs npm).");
        await fixture.Faults;

        var frame = fixture.Server.Wire.RequestOf("interop gzip");

        Assert.Equal(1, frame[0]);
        Assert.InRange(frame.Length, 6, 2_000);
    }
}

/// <summary>Runs the client once, against a server of its own.</summary>
public sealed class InteropFixture : IAsyncLifetime
{
    private static readonly string Sources = Path.Combine(Repository.Root, "tests", "StandIns.Tests", "interop");
    private readonly Lazy<Task<IReadOnlyDictionary<string, string?>>> _faults;
    private EchoServer? _server;

    public InteropFixture() => _faults = new Lazy<Task<IReadOnlyDictionary<string, string?>>>(RunClient);

    public EchoServer Server => _server ?? throw new InvalidOperationException("The server has not started.");

    /// <summary>What went wrong, by check; null for what went well.</summary>
    public Task<IReadOnlyDictionary<string, string?>> Faults => _faults.Value;

    public async ValueTask InitializeAsync() => _server = await EchoServer.Start();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<IReadOnlyDictionary<string, string?>> RunClient()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var folder = await InstallClient(patience.Token);
        var result = await Processes.Run(
            "node", ["client.js", $"localhost:{Server.Address.Port}", Repository.Root], folder, patience.Token);
        Assert.True(result.ExitCode == 0, $"The client failed with {result}");
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Outcome>(line, JsonSerializerOptions.Web)!)
            .ToDictionary(outcome => outcome.Name, outcome => outcome.Fault, StringComparer.Ordinal);
    }

    /// <summary>Installs what the lock file says, unless an earlier run did, and puts the client beside it.</summary>
    private static async Task<string> InstallClient(CancellationToken cancellationToken)
    {
        var packages = Path.Combine(Sources, "package-lock.json");
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(packages, cancellationToken)))[..12];
        var folder = Path.Combine(Repository.Root, "tests", "StandIns.Tests", "obj", "interop", version);
        var complete = Path.Combine(folder, "complete");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Sources))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        if (File.Exists(complete))
            return folder;

        Assert.True(Processes.IsInstalled("npm"), "npm is not installed, but Node.js is (Debian: apt-get install npm).");
        var result = await Processes.Run(
            "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, cancellationToken);
        Assert.True(result.ExitCode == 0, $"npm could not install the client that is not .NET: {result}");
        await File.WriteAllTextAsync(complete, "", cancellationToken);
        return folder;
    }

    private sealed record Outcome(string Name, string? Fault);
}
