using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Regio.AppHost;

/// <summary>
/// Where the time of a start went. The critical path is the longest chain of waits, counting for each resource the time
/// from its own start to its health; what the whole took beyond that is the app host's own.
/// </summary>
internal sealed class StartReport(DistributedApplicationModel model, TimeProvider time)
{
    private readonly DateTime begin = Process.GetCurrentProcess().StartTime.ToUniversalTime();
    private readonly Dictionary<IResource, (DateTime Started, DateTime Ready)> times = [];

    /// <summary>Takes note of an update; once, when the last resource is ready, gives the report.</summary>
    public string? Add(ResourceEvent update)
    {
        var snapshot = update.Snapshot;
        var isReady = snapshot.State?.Text == KnownResourceStates.Running && snapshot.HealthStatus == HealthStatus.Healthy;
        var now = time.GetUtcNow().UtcDateTime;
        if (!isReady || !times.TryAdd(update.Resource, (snapshot.StartTimeStamp ?? now, now)))
            return null;
        var expected = model.Resources.Where(r => r is ProjectResource or ContainerResource or IResourceWithParent).ToArray();
        return Array.TrueForAll(expected, times.ContainsKey) ? Describe(expected) : null;
    }

    private string Describe(IResource[] resources)
    {
        var total = resources.Max(r => times[r].Ready) - begin;
        var chain = resources.Select(Chain).MaxBy(Length)!;
        var path = Length(chain);
        var steps = string.Join(", then ", chain.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Name} {OwnTime(r).TotalSeconds:0.0} s")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"All ready after {total.TotalSeconds:0.0} s, {total / path:0.00} × the critical path of {path.TotalSeconds:0.0} s: {steps}.");
    }

    private TimeSpan Length(IEnumerable<IResource> chain) => chain.Aggregate(TimeSpan.Zero, (sum, r) => sum + OwnTime(r));

    /// <summary>From one that waited for nothing to this one, always by way of the last that was waited for.</summary>
    private IResource[] Chain(IResource resource) =>
        Before(resource).MaxBy(r => times[r].Ready) is { } last ? [.. Chain(last), resource] : [resource];

    private TimeSpan OwnTime(IResource resource)
    {
        var (started, ready) = times[resource];
        return ready - Before(resource).Select(r => times[r].Ready).Append(started).Max();
    }

    private IEnumerable<IResource> Before(IResource resource)
    {
        var waits = resource.Annotations.OfType<WaitAnnotation>().Select(w => w.Resource);
        return (resource is IResourceWithParent { Parent: var parent } ? waits.Append(parent) : waits).Where(times.ContainsKey);
    }
}
