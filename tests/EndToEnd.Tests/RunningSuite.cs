using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Grpc.Core;
using Grpc.Net.Client;
using Regio.Cli.Tokens;
using Regio.EndToEnd.Tests.Otlp;

[assembly: AssemblyFixture(typeof(Regio.EndToEnd.Tests.RunningSuite))]

namespace Regio.EndToEnd.Tests;

/// <summary>The whole suite as the app host starts it: real servers, real processes, throw-away data, free ports.</summary>
public sealed class RunningSuite : IAsyncLifetime
{
    /// <summary>Collection of the tests that count what is in the suite, and so must not run side by side.</summary>
    public const string InTurn = "one after another on the running suite";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("regio-end-to-end-");
    private DistributedApplication? _app;
    private OtlpReceiver? _otlp;

    public OtlpReceiver Otlp => _otlp ?? throw new InvalidOperationException("The suite has not started.");

    public GrpcChannel Municipalities { get; private set; } = null!;

    public GrpcChannel Procurement { get; private set; } = null!;

    public GrpcChannel ExpertTable { get; private set; } = null!;

    public GrpcChannel Reporting { get; private set; } = null!;

    /// <summary>A folder whose .regio is the state of this suite, as the command line looks for it.</summary>
    public string Root => _root.FullName;

    public HttpClient ReportingPages { get; private set; } = null!;

    private string StateDirectory => Path.Combine(Root, ".regio");

    private DistributedApplication App => _app ?? throw new InvalidOperationException("The suite has not started.");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(StateDirectory);
        _otlp = await OtlpReceiver.StartAsync();
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
        [
            $"--Regio:StateDirectory={StateDirectory}",
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={_otlp.Endpoint}",
        ]);
        // A reader that the library leaves stuck after a kill is noticed sooner, since the tests wait for it.
        foreach (var service in builder.Resources.OfType<ProjectResource>())
            builder.CreateResourceBuilder(service).WithEnvironment("Readers__LongestCutOff", "00:00:20");
        _app = await builder.BuildAsync();
        using var start = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await _app.StartAsync(start.Token);
        foreach (var service in new[] { "municipalities", "procurement", "experttable", "reporting" })
            await _app.ResourceNotifications.WaitForResourceHealthyAsync(service, start.Token);

        Municipalities = GrpcChannel.ForAddress(_app.GetEndpoint("municipalities", "grpc"));
        Procurement = GrpcChannel.ForAddress(_app.GetEndpoint("procurement", "grpc"));
        ExpertTable = GrpcChannel.ForAddress(_app.GetEndpoint("experttable", "grpc"));
        Reporting = GrpcChannel.ForAddress(_app.GetEndpoint("reporting", "grpc"));
        ReportingPages = _app.CreateHttpClient("reporting", "http");
    }

    public async ValueTask DisposeAsync()
    {
        Municipalities?.Dispose();
        Procurement?.Dispose();
        ExpertTable?.Dispose();
        Reporting?.Dispose();
        ReportingPages?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_otlp is not null)
            await _otlp.DisposeAsync();
        _root.Delete(recursive: true);
    }

    /// <summary>Metadata of a call by somebody with this role, as a client would send it.</summary>
    public Task<Metadata> AsAsync(string role, string? traceParent = null) => AsAsync(new TokenHolder(role), traceParent);

    /// <summary>Metadata of a call by this person.</summary>
    public async Task<Metadata> AsAsync(TokenHolder holder, string? traceParent = null)
    {
        var metadata = await SuiteCaller.AsAsync(StateDirectory, holder);
        if (traceParent is not null)
            metadata.Add("traceparent", traceParent);
        return metadata;
    }

    /// <summary>A token of a role, limited to a municipality or not.</summary>
    public async Task<string> TokenAsync(string role, string? municipality = null)
    {
        var key = await File.ReadAllTextAsync(Path.Combine(StateDirectory, "development-signing-key.pem"));
        return DevelopmentToken.Create(key, new TokenHolder(role, Municipality: municipality), TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(10));
    }

    /// <summary>Where the database of a service is.</summary>
    public async Task<string> DatabaseAsync(string name) =>
        await App.GetConnectionStringAsync(name) ?? throw new InvalidOperationException($"There is no database {name}.");

    /// <summary>Where the broker is.</summary>
    public async Task<Uri> BrokerAsync() => new(await App.GetConnectionStringAsync("bus") ?? throw new InvalidOperationException("There is no broker."));

    /// <summary>The deadline that every call of these tests carries: long, because a service just started answers slowly on a busy machine.</summary>
    public static DateTime Deadline() => TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1);

    /// <summary>Ends a resource without warning, with everything it started.</summary>
    public async Task KillAsync(string resource)
    {
        await using var file = File.OpenRead(Path.Combine(StateDirectory, "resources.json"));
        using var resources = await JsonDocument.ParseAsync(file);
        var pid = resources.RootElement.EnumerateArray()
            .Single(entry => entry.GetProperty("name").GetString() == resource)
            .GetProperty("pid").GetInt32();
        ProcessTree.Kill(pid);
    }

    public Task WaitHealthyAsync(string resource, CancellationToken cancellationToken) =>
        App.ResourceNotifications.WaitForResourceHealthyAsync(resource, cancellationToken);
}
