using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

public class ResourceNotificationService : IDisposable
{
    private readonly IServiceProvider services;
    private readonly WaitBehavior usual;
    private readonly Lock gate = new();
    private readonly Dictionary<string, ResourceEvent> current = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Channel<ResourceEvent>> watchers = [];
    private readonly CancellationTokenSource disposing = new();

    internal ResourceNotificationService(IServiceProvider services, WaitBehavior usual) => (this.services, this.usual) = (services, usual);

    public async Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        foreach (var instance in ResourceInstance.Of(resource))
            await PublishUpdateAsync(resource, instance.Id, stateFactory);
    }

    public Task PublishUpdateAsync(
        IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        lock (gate)
        {
            var before = current.TryGetValue(resourceId, out var known) ? known.Snapshot : Initial(resource);
            var after = stateFactory(before);
            var commands = resource.Annotations.OfType<ResourceCommandAnnotation>().Select(c => c.Describe(after, services));
            var update = new ResourceEvent(resource, resourceId, after with { Commands = [.. commands] });
            current[resourceId] = update;
            foreach (var watcher in watchers)
                watcher.Writer.TryWrite(update);
        }

        return Task.CompletedTask;
    }

    internal IReadOnlyList<ResourceEvent> All()
    {
        lock (gate)
            return [.. current.Values];
    }

    public bool TryGetCurrentState(string resourceId, out ResourceEvent? resourceEvent)
    {
        lock (gate)
            return current.TryGetValue(resourceId, out resourceEvent);
    }

    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateUnbounded<ResourceEvent>();
        lock (gate)
        {
            foreach (var known in current.Values)
                channel.Writer.TryWrite(known);
            watchers.Add(channel);
        }

        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, disposing.Token);
            await foreach (var update in channel.Reader.ReadAllAsync(either.Token))
                yield return update;
        }
        finally
        {
            lock (gate)
                watchers.Remove(channel);
        }
    }

    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    public async Task<string> WaitForResourceAsync(
        string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var states = targetStates.ToArray();
        var reached = await WaitForResourceAsync(
            resourceName, e => e.Snapshot.State is { } state && states.Contains(state.Text, StringComparer.OrdinalIgnoreCase), cancellationToken);
        return reached.Snapshot.State!.Text;
    }

    public async Task<ResourceEvent> WaitForResourceAsync(
        string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        await foreach (var update in WatchAsync(cancellationToken))
        {
            if (string.Equals(update.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase) && predicate(update))
                return update;
        }

        throw new OperationCanceledException($"The application stopped before resource '{resourceName}' came into the expected state.");
    }

    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, WaitBehavior.WaitOnResourceUnavailable, cancellationToken);

    public async Task<ResourceEvent> WaitForResourceHealthyAsync(
        string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        var ready = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var reached = await WaitForResourceAsync(resourceName, Decides, cancellationToken);
        if (!IsReady(reached.Snapshot))
            throw Unavailable(resourceName, reached.Snapshot);

        await reached.Snapshot.ResourceReadyEvent!.EventTask.WaitAsync(cancellationToken);
        return reached;

        // All replicas make the resource.
        bool Decides(ResourceEvent update)
        {
            if (!IsReady(update.Snapshot))
            {
                ready.Remove(update.ResourceId);
                return waitBehavior == WaitBehavior.StopOnResourceUnavailable && IsOver(update.Snapshot);
            }

            ready.Add(update.ResourceId);
            return ready.Count >= update.Resource.GetReplicaCount();
        }
    }

    public async Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken) =>
        await Task.WhenAll(resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.WaitType switch
        {
            WaitType.WaitForCompletion => WaitForCompletionAsync(wait, cancellationToken),
            WaitType.WaitUntilStarted => WaitForStartAsync(wait, cancellationToken),
            _ => WaitForResourceHealthyAsync(wait.Resource.Name, BehaviorOf(wait), cancellationToken),
        }));

    public void Dispose()
    {
        disposing.Cancel();
        disposing.Dispose();
        GC.SuppressFinalize(this);
    }

    private static bool IsReady(CustomResourceSnapshot snapshot) =>
        snapshot.HealthStatus == HealthStatus.Healthy && snapshot.ResourceReadyEvent is not null;

    private static bool IsOver(CustomResourceSnapshot snapshot) =>
        snapshot is { State: { } state, WillRestart: false } && KnownResourceStates.TerminalStates.Contains(state.Text, StringComparer.Ordinal);

    private static DistributedApplicationException Unavailable(string resourceName, CustomResourceSnapshot snapshot) =>
        new($"Resource '{resourceName}' is not to be had: it is in state {snapshot.State?.Text}"
            + (snapshot.ExitCode is { } code ? $" with exit code {code}." : "."));

    private WaitBehavior BehaviorOf(WaitAnnotation wait) => wait.WaitBehavior ?? usual;

    private static CustomResourceSnapshot Initial(IResource resource) =>
        resource.TryGetLastAnnotation<ResourceSnapshotAnnotation>(out var initial) ? initial.InitialSnapshot : FromModel(resource);

    private static CustomResourceSnapshot FromModel(IResource resource) => new()
    {
        ResourceType = ResourceTypes.NameOf(resource),
        Properties = [],
        Relationships = RelationshipsOf(resource),
        Volumes = [.. resource.Annotations.OfType<ContainerMountAnnotation>().Select(m => new VolumeSnapshot(m.Source, m.Target, m.Type.ToString(), m.IsReadOnly))],
        IconName = resource.TryGetLastAnnotation<ResourceIconAnnotation>(out var icon) ? icon.IconName : null,
        IconVariant = icon?.IconVariant,
        // A check that has not run yet counts as unhealthy, so nobody starts too early.
        HealthReports = [.. resource.Annotations.OfType<HealthCheckAnnotation>().Select(h => new HealthReportSnapshot(h.Key, null, null, null))],
    };

    private static ImmutableArray<RelationshipSnapshot> RelationshipsOf(IResource resource)
    {
        var declared = resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(r => new RelationshipSnapshot(r.Resource.Name, r.Type));
        return resource is IResourceWithParent { Parent: var parent }
            ? [.. declared.Append(new RelationshipSnapshot(parent.Name, KnownRelationshipTypes.Parent)).Distinct()]
            : [.. declared.Distinct()];
    }

    private async Task WaitForStartAsync(WaitAnnotation wait, CancellationToken cancellationToken)
    {
        var started = await WaitForResourceAsync(
            wait.Resource.Name,
            e => HasStarted(e.Snapshot) || (BehaviorOf(wait) == WaitBehavior.StopOnResourceUnavailable && IsOver(e.Snapshot)),
            cancellationToken);
        if (!HasStarted(started.Snapshot))
            throw Unavailable(wait.Resource.Name, started.Snapshot);
    }

    // One that was quick may have ended before anybody looked.
    private static bool HasStarted(CustomResourceSnapshot snapshot) =>
        snapshot.State?.Text == KnownResourceStates.Running || snapshot.State?.Text == KnownResourceStates.Finished;

    private async Task WaitForCompletionAsync(WaitAnnotation wait, CancellationToken cancellationToken)
    {
        var over = await WaitForResourceAsync(wait.Resource.Name, e => IsOver(e.Snapshot), cancellationToken);
        if (over.Snapshot.ExitCode is { } code && code != wait.ExitCode)
            throw Unavailable(wait.Resource.Name, over.Snapshot);
    }
}

internal static class ResourceTypes
{
    public static string NameOf(IResource resource) => resource switch
    {
        ProjectResource => "Project",
        ExecutableResource => "Executable",
        ContainerResource => "Container",
        ParameterResource => "Parameter",
        _ => resource.GetType().Name,
    };
}
