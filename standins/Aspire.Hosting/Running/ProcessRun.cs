using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>An instance with a process: waits for what it needs, starts, is watched, starts again after a crash, stops.</summary>
internal sealed class ProcessRun(
    ResourceInstance instance,
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
    TimeProvider time) : ResourceRun(instance, notifications, loggers.GetLogger(instance.Id))
{
    public const string ProcessIdProperty = "executable.pid";

    private readonly ResourceNotificationService notifications = notifications;
    private readonly Lock childGate = new();
    private readonly RestartPolicy restarts = new(recipe.RestartsAfterCrash);
    private volatile TaskCompletionSource hurry = NewHurry();
    private ChildProcess? child;
    private LaunchContext? context;
    private int linesBefore;

    protected override async Task LiveAsync(CancellationToken cancellationToken)
    {
        hurry = NewHurry();
        restarts.Begin();
        var urls = await DeclaredUrls.OfAsync(Instance, execution, Logger, cancellationToken);
        await PublishAsync(s => s with { State = KnownResourceStates.Waiting, WillRestart = false, Urls = [.. urls.Select(u => u with { IsInactive = true })] });
        await UntilHurriedAsync(notifications.WaitForDependenciesAsync(Resource, cancellationToken));
        await eventing.PublishAsync(new BeforeResourceStartedEvent(Resource, services), cancellationToken);

        while (true)
        {
            var began = time.GetTimestamp();
            if (await LiveOnceAsync(cancellationToken) is not { } end)
                return;
            var pause = restarts.After(end.WasReady, time.GetElapsedTime(began));
            await PublishEndAsync(end, pause);
            if (end.IsWanted || pause is null)
                return;

            hurry = NewHurry();
            await UntilHurriedAsync(Task.Delay(pause.Value, time, cancellationToken));
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

    protected override void Hurry() => hurry.TrySetResult();

    private static TaskCompletionSource NewHurry() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task UntilHurriedAsync(Task wait) => await await Task.WhenAny(wait, hurry.Task);

    /// <summary>One start to one end.</summary>
    private async Task<ProcessEnd?> LiveOnceAsync(CancellationToken cancellationToken)
    {
        await PublishAsync(s => s with { State = KnownResourceStates.Starting, WillRestart = false, ExitCode = null, ResourceReadyEvent = null });
        context = new LaunchContext(Instance, execution, children, state, ports, Logger);
        try
        {
            var started = await StartAsync(context, cancellationToken);
            using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var watch = health.WatchAsync(watching.Token);
            var code = await started.Exited;
            await watching.CancelAsync();
            await watch.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return End(started, code);
        }
        finally
        {
            await context.StopCompanionsAsync();
        }
    }

    private async Task<ChildProcess> StartAsync(LaunchContext launch, CancellationToken cancellationToken)
    {
        var spec = await recipe.PrepareAsync(launch, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        launch.ReleasePorts();
        linesBefore = loggers.Backlog(Instance.Id) is [.., var line] ? line.LineNumber : 0;
        var started = await children.StartAsync(Instance.Id, spec, (said, isError) => loggers.Write(Instance.Id, said, isError));
        lock (childGate)
            child = started;
        // The stop may have looked for a child just before this one was there.
        if (IsEnding)
            await children.StopAsync(started);

        var properties = await ProcessProperties.OfAsync(Resource, spec, launch.DeclaredArguments, started.Id, CancellationToken.None);
        await PublishAsync(s => s with
        {
            State = new ResourceStateSnapshot(KnownResourceStates.Running, KnownResourceStateStyles.Success),
            StartTimeStamp = time.GetUtcNow().UtcDateTime,
            StopTimeStamp = null,
            Urls = [.. s.Urls.Select(u => u with { IsInactive = false })],
            EnvironmentVariables = [.. launch.DeclaredEnvironment.Select(e => new EnvironmentVariableSnapshot(e.Key, e.Value.Text, IsFromSpec: true) { IsSecret = e.Value.IsSecret })],
            Properties = [.. With(s, properties).Where(p => p.Name != ReasonProperty)],
        });
        return started;
    }

    private ProcessEnd End(ChildProcess ended, int code)
    {
        children.Forget(ended);
        lock (childGate)
            child = null;

        notifications.TryGetCurrentState(Instance.Id, out var before);
        var said = loggers.Backlog(Instance.Id).Where(l => l.IsErrorMessage && l.LineNumber > linesBefore).Select(l => l.Content.Trim());
        return new ProcessEnd(Instance.Id, code, ended.StopRequested, before?.Snapshot.ResourceReadyEvent is not null, [.. said]);
    }

    private async Task PublishEndAsync(ProcessEnd end, TimeSpan? pause)
    {
        var willRestart = !end.IsWanted && pause is not null;
        var reason = end.IsWanted ? null : end.Explain(pause);
        if (reason is not null)
            Logger.LogError("{Reason}", reason);
        var givenUp = !end.IsWanted && !willRestart && recipe.RestartsAfterCrash;
        await PublishAsync(s => s with
        {
            State = end.State,
            ExitCode = end.Code,
            StopTimeStamp = time.GetUtcNow().UtcDateTime,
            Urls = [.. s.Urls.Select(u => u with { IsInactive = true })],
            WillRestart = willRestart,
            Properties = reason is null ? s.Properties : With(s, new ResourcePropertySnapshot(ReasonProperty, reason)),
        });
        notifications.TryGetCurrentState(Instance.Id, out var after);
        await eventing.PublishAsync(new ResourceStoppedEvent(Resource, services, after!));
        if (givenUp)
            await PublishAsync(s => s with { State = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error) });
    }
}
