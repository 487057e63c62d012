using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>A resource without a process of its own: a parameter, or a child that lives in its parent's process.</summary>
internal sealed class ModelOnlyRun(
    ResourceInstance instance, ResourceNotificationService notifications, HealthMonitor health, DistributedApplicationExecutionContext execution, ILogger logger)
    : ResourceRun(instance, notifications, logger)
{
    private const string ParentNameProperty = "resource.parentName";
    private const string ConnectionStringProperty = "resource.connectionString";
    private const string ValueProperty = "Value";

    private readonly ResourceNotificationService notifications = notifications;

    protected override async Task LiveAsync(CancellationToken cancellationToken)
    {
        if (Resource is not IResourceWithParent { Parent: var parent })
        {
            var properties = await PropertiesAsync(cancellationToken);
            var urls = await DeclaredUrls.OfAsync(Instance, execution, Logger, cancellationToken);
            await PublishAsync(s => s with
            {
                State = new ResourceStateSnapshot(KnownResourceStates.Running, KnownResourceStateStyles.Success),
                IsHidden = Resource is ParameterResource,
                Urls = urls,
                Properties = With(s, properties),
            });
            await health.WatchAsync(cancellationToken);
            return;
        }

        await PublishAsync(s => s with { State = KnownResourceStates.Waiting, Properties = With(s, new ResourcePropertySnapshot(ParentNameProperty, parent.Name)) });
        while (true)
            await LiveWithAsync(parent, cancellationToken);
    }

    protected override Task EndAsync() => PublishAsync(s => s with { State = KnownResourceStates.Exited });

    private async Task LiveWithAsync(IResource parent, CancellationToken cancellationToken)
    {
        await notifications.WaitForResourceHealthyAsync(parent.Name, WaitBehavior.WaitOnResourceUnavailable, cancellationToken);
        var properties = await PropertiesAsync(cancellationToken);
        notifications.TryGetCurrentState(parent.Name, out var above);
        await PublishAsync(s => s with
        {
            State = new ResourceStateSnapshot(KnownResourceStates.Running, KnownResourceStateStyles.Success),
            StartTimeStamp = above?.Snapshot.StartTimeStamp,
            // Not ready because of its life before.
            ResourceReadyEvent = null,
            Properties = With(s, properties),
        });
        using var parentRuns = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = health.WatchAsync(parentRuns.Token);
        var down = await notifications.WaitForResourceAsync(
            parent.Name, e => e.Snapshot.State?.Text != KnownResourceStates.Running, cancellationToken);
        await parentRuns.CancelAsync();
        await watch.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await PublishAsync(s => s with { State = down.Snapshot.State, StopTimeStamp = down.Snapshot.StopTimeStamp });
    }

    private async Task<ResourcePropertySnapshot[]> PropertiesAsync(CancellationToken cancellationToken) => Resource switch
    {
        ParameterResource parameter =>
            [new ResourcePropertySnapshot(ValueProperty, await parameter.GetValueAsync(cancellationToken)) { IsSensitive = parameter.Secret }],
        IResourceWithConnectionString connection =>
            [new ResourcePropertySnapshot(ConnectionStringProperty, await connection.GetConnectionStringAsync(cancellationToken)) { IsSensitive = true }],
        _ => [],
    };
}
