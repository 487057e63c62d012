using System.Collections.Concurrent;
using System.Threading.Channels;
using Aspire.DashboardService.Proto.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Regio.Dashboard.Tests.Hosting;

/// <summary>The part of an app host that a dashboard speaks with: a few resources that can be stopped and started.</summary>
internal sealed class SampleResources : IAsyncDisposable
{
    public const string Key = "key-of-the-resource-service";
    public const string KeyOfTheRun = "key-\"of\"-<this>-run";
    public const string Secret = "sesame-open-4711";

    private readonly WebApplication _app;

    private SampleResources(WebApplication app, State state) => (_app, Current) = (app, state);

    public State Current { get; }

    public string Url => _app.Urls.Single();

    public (string Name, string Value)[] Settings =>
    [
        ("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", Url),
        ("Dashboard:ResourceServiceClient:ApiKey", Key),
    ];

    public static async Task<SampleResources> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhostOrAny(port));
        var state = new State();
        builder.Services.AddSingleton(state);
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<Service>();
        await app.StartAsync();
        return new SampleResources(app, state);
    }

    public async ValueTask DisposeAsync()
    {
        Current.End();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>What the resources are now, and who is listening.</summary>
    internal sealed class State
    {
        private readonly ConcurrentDictionary<string, Resource> _resources = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<Channel<Resource>, bool> _watchers = new();
        private readonly ConcurrentDictionary<Channel<string>, bool> _readers = new();
        private readonly ConcurrentQueue<string> _lines = new();

        public State()
        {
            foreach (var resource in SampleModel.Resources())
                _resources[resource.Name] = resource;
            Write("\u001b[32minfo\u001b[0m: the first line");
            Write("<b>not bold</b> & not markup");
        }

        public ConcurrentQueue<string> Commands { get; } = new();

        public IReadOnlyList<Resource> All => [.. _resources.Values];

        public string? StateOf(string name) => _resources[name].State;

        public void Write(string line)
        {
            _lines.Enqueue(line);
            foreach (var reader in _readers.Keys)
                reader.Writer.TryWrite(line);
        }

        public void Change(string name, Action<Resource> change)
        {
            var changed = _resources[name].Clone();
            change(changed);
            _resources[name] = changed;
            foreach (var watcher in _watchers.Keys)
                watcher.Writer.TryWrite(changed);
        }

        public Channel<Resource> Watch() => Register(_watchers);

        public (IReadOnlyList<string> Lines, Channel<string> More) Read()
        {
            var reader = Register(_readers);
            return ([.. _lines], reader);
        }

        public void End()
        {
            foreach (var watcher in _watchers.Keys)
                watcher.Writer.TryComplete();
            foreach (var reader in _readers.Keys)
                reader.Writer.TryComplete();
        }

        private static Channel<T> Register<T>(ConcurrentDictionary<Channel<T>, bool> listeners)
        {
            var channel = Channel.CreateUnbounded<T>();
            listeners[channel] = true;
            return channel;
        }
    }

    private sealed class Service(State state) : DashboardService.DashboardServiceBase
    {
        public override Task<ApplicationInformationResponse> GetApplicationInformation(ApplicationInformationRequest request, ServerCallContext context)
        {
            AskForKey(context);
            return Task.FromResult(new ApplicationInformationResponse { ApplicationName = "Sample" });
        }

        public override async Task WatchResources(WatchResourcesRequest request, IServerStreamWriter<WatchResourcesUpdate> responseStream, ServerCallContext context)
        {
            AskForKey(context);
            var changes = state.Watch();
            await responseStream.WriteAsync(new WatchResourcesUpdate { InitialData = new InitialResourceData { Resources = { state.All } } });
            await foreach (var changed in changes.Reader.ReadAllAsync(context.CancellationToken))
            {
                await responseStream.WriteAsync(new WatchResourcesUpdate
                {
                    Changes = new WatchResourcesChanges { Value = { new WatchResourcesChange { Upsert = changed } } },
                });
            }
        }

        public override async Task WatchResourceConsoleLogs(
            WatchResourceConsoleLogsRequest request, IServerStreamWriter<WatchResourceConsoleLogsUpdate> responseStream, ServerCallContext context)
        {
            AskForKey(context);
            var number = 0;
            var (lines, more) = state.Read();
            foreach (var line in lines)
                await WriteAsync(line);
            if (request.SuppressFollow)
                return;
            await foreach (var line in more.Reader.ReadAllAsync(context.CancellationToken))
                await WriteAsync(line);

            Task WriteAsync(string line) => responseStream.WriteAsync(new WatchResourceConsoleLogsUpdate
            {
                LogLines = { new ConsoleLogLine { Text = line, LineNumber = ++number } },
            });
        }

        public override Task<ResourceCommandResponse> ExecuteResourceCommand(ResourceCommandRequest request, ServerCallContext context)
        {
            AskForKey(context);
            if (request.CommandName == "empty" && request.Parameter?.StringValue != KeyOfTheRun)
                return Task.FromResult(new ResourceCommandResponse { Kind = ResourceCommandResponseKind.Failed, ErrorMessage = "Another run." });
            state.Commands.Enqueue($"{request.CommandName} {request.ResourceName}");
            if (request.CommandName == "fail")
                return Task.FromResult(new ResourceCommandResponse { Kind = ResourceCommandResponseKind.Failed, ErrorMessage = "It <did> not work." });
            state.Change(request.ResourceName, SampleModel.After(request.CommandName));
            return Task.FromResult(new ResourceCommandResponse { Kind = ResourceCommandResponseKind.Succeeded });
        }

        private static void AskForKey(ServerCallContext context)
        {
            if (context.RequestHeaders.GetValue("x-resource-service-api-key") != Key)
                throw new RpcException(new Status(StatusCode.Unauthenticated, "The key is missing."));
        }
    }
}

/// <summary>What the resources of the sample are.</summary>
internal static class SampleModel
{
    public static IEnumerable<Resource> Resources()
    {
        yield return Resource("postgres", "Executable");
        yield return Resource("bus", "Executable");
        var reporting = Resource("reporting", "Project", ("Reference", "postgres"), ("WaitFor", "postgres"), ("WaitFor", "bus"));
        reporting.Urls.Add(new Url { EndpointName = "http", FullUrl = "http://127.0.0.1:5114/monitor", DisplayProperties = new UrlDisplayProperties { DisplayName = "monitor" } });
        reporting.Urls.Add(new Url { EndpointName = "evil", FullUrl = "javascript:alert(1)" });
        reporting.Environment.Add(new EnvironmentVariable { Name = "ConnectionStrings__reportingdb", Value = $"Host=127.0.0.1;Password={SampleResources.Secret}", IsFromSpec = true });
        reporting.Environment.Add(new EnvironmentVariable { Name = "ASPNETCORE_ENVIRONMENT", Value = "Development", IsFromSpec = true });
        reporting.HealthReports.Add(new HealthReport { Key = "reporting_http_health", Status = HealthStatus.Healthy, Description = "answers" });
        reporting.Commands.Add(new ResourceCommand { Name = "empty", DisplayName = "Start empty", ConfirmationMessage = "All figures are deleted. Go on?", Parameter = Value.ForString(SampleResources.KeyOfTheRun) });
        reporting.Commands.Add(new ResourceCommand { Name = "fail", DisplayName = "Fail" });
        yield return reporting;
    }

    /// <summary>What a command makes of a resource.</summary>
    public static Action<Resource> After(string command) => resource =>
    {
        resource.State = command switch
        {
            "stop" => "Exited",
            "start" => "Running",
            _ => resource.State,
        };
        foreach (var known in resource.Commands)
        {
            if (known.Name is "start" or "stop")
                known.State = known.Name == "start" == (resource.State == "Running") ? ResourceCommandState.Hidden : ResourceCommandState.Enabled;
        }
    };

    private static Resource Resource(string name, string type, params (string Type, string Name)[] relationships)
    {
        var resource = new Resource
        {
            Name = name, DisplayName = name, ResourceType = type, Uid = name, State = "Running",
            CreatedAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch), StartedAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch),
        };
        resource.Commands.Add(new ResourceCommand { Name = "start", DisplayName = "Start", IsHighlighted = true });
        resource.Commands.Add(new ResourceCommand { Name = "stop", DisplayName = "Stop", IsHighlighted = true });
        resource.Relationships.AddRange(relationships.Select(r => new ResourceRelationship { Type = r.Type, ResourceName = r.Name }));
        After("")(resource);
        return resource;
    }
}

internal static class LoopbackListening
{
    public static void ListenLocalhostOrAny(this KestrelServerOptions kestrel, int port) =>
        kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2);
}
