using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>The life of one resource from the start of the application to its end.</summary>
internal abstract class ResourceRun(IResource resource, ResourceNotificationService notifications, ILogger logger) : IDisposable
{
    public const string ReasonProperty = "resource.reason";

    private readonly CancellationTokenSource ending = new();
    private Task life = Task.CompletedTask;

    protected IResource Resource { get; } = resource;

    protected ILogger Logger { get; } = logger;

    protected bool IsEnding => ending.IsCancellationRequested;

    public void Start() => life = LiveSafelyAsync();

    public async Task StopAsync()
    {
        await ending.CancelAsync();
        await EndAsync();
        await life;
    }

    public void Dispose() => ending.Dispose();

    protected abstract Task LiveAsync(CancellationToken cancellationToken);

    protected virtual Task EndAsync() => Task.CompletedTask;

    protected Task PublishAsync(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) =>
        notifications.PublishUpdateAsync(Resource, change);

    protected Task PublishFailureAsync(string reason)
    {
        Logger.LogError("{Reason}", reason);
        return PublishAsync(s => s with { State = KnownResourceStates.FailedToStart, Properties = WithReason(s, reason), WillRestart = false });
    }

    protected static System.Collections.Immutable.ImmutableArray<ResourcePropertySnapshot> WithReason(CustomResourceSnapshot snapshot, string reason) =>
        [.. snapshot.Properties.Where(p => p.Name != ReasonProperty), new ResourcePropertySnapshot(ReasonProperty, reason)];

    private async Task LiveSafelyAsync()
    {
        // Leaves the caller first: starting one resource must not hold up the next.
        await Task.Yield();
        try
        {
            await LiveAsync(ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The application stops; EndAsync has the last word on the state.
        }
#pragma warning disable CA1031 // Whatever goes wrong with one resource is shown as its state; the others go on.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            await PublishFailureAsync(problem.Message);
        }
    }
}

/// <summary>A resource without a process of its own: a parameter, or a child that lives in its parent's process.</summary>
internal sealed class ModelOnlyRun(IResource resource, ResourceNotificationService notifications, HealthMonitor health, ILogger logger)
    : ResourceRun(resource, notifications, logger)
{
    private readonly ResourceNotificationService notifications = notifications;

    protected override async Task LiveAsync(CancellationToken cancellationToken)
    {
        if (Resource is not IResourceWithParent { Parent: var parent })
        {
            await PublishAsync(s => s with { State = KnownResourceStates.Running, IsHidden = Resource is ParameterResource });
            await health.WatchAsync(cancellationToken);
            return;
        }

        await PublishAsync(s => s with { State = KnownResourceStates.Waiting });
        while (true)
        {
            await notifications.WaitForResourceHealthyAsync(parent.Name, cancellationToken);
            await PublishAsync(s => s with { State = KnownResourceStates.Running });
            using var parentRuns = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var watch = health.WatchAsync(parentRuns.Token);
            var down = await notifications.WaitForResourceAsync(
                parent.Name, e => e.Snapshot.State?.Text != KnownResourceStates.Running, cancellationToken);
            await parentRuns.CancelAsync();
            await watch.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await PublishAsync(s => s with { State = down.Snapshot.State });
        }
    }

    protected override Task EndAsync() => PublishAsync(s => s with { State = KnownResourceStates.Exited });
}
