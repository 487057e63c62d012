using System.Collections.Immutable;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>A resource with a process: waits for what it needs, starts, is watched, starts again after a crash, stops.</summary>
internal sealed class ProcessRun(
    IResource resource,
    LaunchRecipe recipe,
    DistributedApplicationExecutionContext execution,
    ChildProcesses children,
    HostState state,
    PortAllocator ports,
    ResourceNotificationService notifications,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    ResourceLoggerService loggers,
    HealthMonitor health,
    TimeProvider time) : ResourceRun(resource, notifications, loggers.GetLogger(resource))
{
    public const string ProcessIdProperty = "executable.pid";

    private const int RestartsInARow = 3;
    private const int LinesInReason = 3;
    private static readonly TimeSpan ProofOfStability = TimeSpan.FromSeconds(10);

    private readonly ResourceNotificationService notifications = notifications;
    private readonly Lock childGate = new();
    private ChildProcess? child;
    private LaunchContext? context;
    private int linesBefore;

    protected override async Task LiveAsync(CancellationToken cancellationToken)
    {
        await PublishAsync(s => s with { CreationTimeStamp = time.GetUtcNow().UtcDateTime, State = KnownResourceStates.Waiting, Urls = Urls() });
        await notifications.WaitForDependenciesAsync(Resource, cancellationToken);
        await eventing.PublishAsync(new BeforeResourceStartedEvent(Resource, services), cancellationToken);

        for (var failures = 0; ; failures++)
        {
            var began = time.GetTimestamp();
            var wasReady = await LiveOnceAsync(cancellationToken);
            if (wasReady is null)
                return;
            // Without a health check a process counts as ready the moment it runs, which says little.
            if (wasReady == true && time.GetElapsedTime(began) > ProofOfStability)
                failures = 0;

            var goesOn = recipe.RestartsAfterCrash && failures < RestartsInARow;
            if (!goesOn)
            {
                await PublishAsync(s => s with { WillRestart = false, State = recipe.RestartsAfterCrash ? KnownResourceStates.FailedToStart : s.State });
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, failures)), time, cancellationToken);
        }
    }

    protected override async Task EndAsync()
    {
        ChildProcess? current;
        lock (childGate)
            current = child;
        if (current is not null)
        {
            await PublishAsync(s => s with { State = KnownResourceStates.Stopping });
            await children.StopAsync(current);
        }
    }

    /// <summary>One start to one end: null when it ended for good, else whether it had been ready before it failed.</summary>
    private async Task<bool?> LiveOnceAsync(CancellationToken cancellationToken)
    {
        await PublishAsync(s => s with { State = KnownResourceStates.Starting, WillRestart = false, ExitCode = null, ResourceReadyEvent = null });
        context = new LaunchContext(Resource, execution, children, state, ports, Logger);
        try
        {
            var started = await StartAsync(cancellationToken);
            using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var watch = health.WatchAsync(watching.Token);
            var code = await started.Exited;
            await watching.CancelAsync();
            await watch.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return await EndedAsync(started, code);
        }
        finally
        {
            await context.StopCompanionsAsync();
        }
    }

    private async Task<ChildProcess> StartAsync(CancellationToken cancellationToken)
    {
        var spec = await recipe.PrepareAsync(context!, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        context!.ReleasePorts();
        linesBefore = loggers.Backlog(Resource.Name) is [.., var line] ? line.LineNumber : 0;
        var started = await children.StartAsync(Resource.Name, spec, (line, isError) => loggers.Write(Resource.Name, line, isError));
        lock (childGate)
            child = started;
        // The stop may have looked for a child just before this one was there.
        if (IsEnding)
            await children.StopAsync(started);

        await PublishAsync(s => s with
        {
            State = KnownResourceStates.Running,
            StartTimeStamp = time.GetUtcNow().UtcDateTime,
            StopTimeStamp = null,
            EnvironmentVariables = [.. context.DeclaredEnvironment.Select(e => new EnvironmentVariableSnapshot(e.Key, e.Value, IsFromSpec: true))],
            Properties = [.. s.Properties.Where(p => p.Name is not (ProcessIdProperty or ReasonProperty)), new ResourcePropertySnapshot(ProcessIdProperty, started.Id)],
        });
        return started;
    }

    private async Task<bool?> EndedAsync(ChildProcess ended, int code)
    {
        children.Forget(ended);
        lock (childGate)
            child = null;

        notifications.TryGetCurrentState(Resource.Name, out var before);
        var wasReady = before?.Snapshot.ResourceReadyEvent is not null;
        var done = ended.StopRequested || code == 0;
        var reason = done ? null : Explain(code);
        if (reason is not null)
            Logger.LogError("{Reason}", reason);
        await PublishAsync(s => s with
        {
            State = code == 0 && !ended.StopRequested ? KnownResourceStates.Finished : KnownResourceStates.Exited,
            ExitCode = code,
            StopTimeStamp = time.GetUtcNow().UtcDateTime,
            WillRestart = !done && recipe.RestartsAfterCrash,
            Properties = reason is null ? s.Properties : WithReason(s, reason),
        });
        var resourceEvent = new ResourceEvent(Resource, Resource.Name, before!.Snapshot);
        await eventing.PublishAsync(new ResourceStoppedEvent(Resource, services, resourceEvent));
        return done ? null : wasReady;
    }

    private string Explain(int code)
    {
        const int SignalBase = 128;
        var how = code > SignalBase
            ? string.Create(CultureInfo.InvariantCulture, $"was ended by signal {code - SignalBase}")
            : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {code}");
        var said = loggers.Backlog(Resource.Name).Where(l => l.IsErrorMessage && l.LineNumber > linesBefore).Select(l => l.Content.Trim()).ToArray();
        // .NET says first what went wrong and then where, at length.
        var cause = Array.FindLastIndex(said, line => line.StartsWith("Unhandled exception", StringComparison.Ordinal) || line == "Process terminated.");
        var last = string.Join(" | ", cause < 0 ? said.TakeLast(LinesInReason) : said.Skip(cause).Take(LinesInReason).TakeWhile(l => !l.StartsWith("at ", StringComparison.Ordinal)));
        return $"Resource '{Resource.Name}' {how}." + (last.Length == 0 ? "" : $" It last said: {last}");
    }

    private ImmutableArray<UrlSnapshot> Urls() =>
        [.. Resource.Annotations.OfType<EndpointAnnotation>().Select(e => new UrlSnapshot(e.Name, e.AllocatedEndpoint!.UriString, IsInternal: false))];
}
