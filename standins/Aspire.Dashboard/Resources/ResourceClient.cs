using System.Runtime.CompilerServices;
using Aspire.Dashboard.Configuration;
using Aspire.DashboardService.Proto.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;

namespace Aspire.Dashboard.Resources;

/// <summary>Speaks with the app host: hears of resources for as long as it lives, and asks for lines and commands.</summary>
internal sealed class ResourceClient : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestCommand = TimeSpan.FromMinutes(10);

    private readonly ResourceStore _store;
    private readonly TimeProvider _time;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger<ResourceClient> _logger;
    private readonly GrpcChannel? _channel;
    private readonly DashboardService.Proto.V1.DashboardService.DashboardServiceClient? _client;
    private readonly Metadata _headers = [];

    public ResourceClient(DashboardOptions options, ResourceStore store, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<ResourceClient> logger)
    {
        (_store, _time, _lifetime, _logger) = (store, time, lifetime, logger);
        if (options.ResourceServiceUrl is not { } url)
            return;
        if (options.ResourceServiceApiKey is { } key)
            _headers.Add("x-resource-service-api-key", key);
        _channel = GrpcChannel.ForAddress(url, new GrpcChannelOptions
        {
            Credentials = url.Scheme == Uri.UriSchemeHttps ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure,
        });
        _client = new(_channel);
    }

    /// <summary>The lines of a resource: those that are kept, and then new ones if asked.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ConsoleLogLine>> ReadConsoleAsync(string resource, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_client is null)
            yield break;
        var request = new WatchResourceConsoleLogsRequest { ResourceName = resource, SuppressFollow = !follow };
        using var call = _client.WatchResourceConsoleLogs(request, _headers, cancellationToken: cancellationToken);
        await foreach (var update in call.ResponseStream.ReadAllAsync(cancellationToken))
            yield return update.LogLines;
    }

    /// <summary>Begins a command with what the page gave back; how it gets on is told on the page of the resource.</summary>
    public void Begin(Resource resource, ResourceCommand command, Value? parameter)
    {
        var run = new CommandRun(command.DisplayName, _time.GetUtcNow(), Kind: null, "");
        _store.Note(resource.Name, run);
        _ = RunAsync(resource, command, parameter, run);
    }

    public override void Dispose()
    {
        _channel?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        for (var again = false; _client is not null && !stoppingToken.IsCancellationRequested; again = true)
        {
            try
            {
                await WatchAsync(_client, again, () => pause = FirstPause, stoppingToken);
                _store.Lose("The app host has ended the connection.");
            }
            catch (RpcException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (RpcException fault)
            {
                _store.Lose($"The app host cannot be reached ({fault.StatusCode}).");
                _logger.LogDebug(fault, "The resource service failed.");
            }

            await Task.Delay(pause, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task WatchAsync(DashboardService.Proto.V1.DashboardService.DashboardServiceClient client, bool again, Action connected, CancellationToken stoppingToken)
    {
        var application = await client.GetApplicationInformationAsync(new ApplicationInformationRequest(), _headers, cancellationToken: stoppingToken);
        using var call = client.WatchResources(new WatchResourcesRequest { IsReconnect = again }, _headers, cancellationToken: stoppingToken);
        await foreach (var update in call.ResponseStream.ReadAllAsync(stoppingToken))
        {
            connected();
            if (update.KindCase == WatchResourcesUpdate.KindOneofCase.InitialData)
                _store.Begin(application.ApplicationName, update.InitialData);
            else if (update.KindCase == WatchResourcesUpdate.KindOneofCase.Changes)
                _store.Apply(update.Changes);
        }
    }

    private async Task RunAsync(Resource resource, ResourceCommand command, Value? parameter, CommandRun run)
    {
        try
        {
            var answer = await _client!.ExecuteResourceCommandAsync(
                new ResourceCommandRequest
                {
                    CommandName = command.Name,
                    ResourceName = resource.Name,
                    ResourceType = resource.ResourceType,
                    Parameter = parameter,
                },
                _headers, (_time.GetUtcNow() + LongestCommand).UtcDateTime, _lifetime.ApplicationStopping);
            _store.Note(resource.Name, run with { Kind = answer.Kind, Message = answer.ErrorMessage });
        }
        catch (RpcException fault)
        {
            _store.Note(resource.Name, run with { Kind = ResourceCommandResponseKind.Failed, Message = fault.Status.Detail });
        }
    }
}
