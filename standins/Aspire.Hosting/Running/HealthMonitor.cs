using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>Asks a running resource for its health, often until it is ready and seldom after that.</summary>
internal sealed class HealthMonitor(
    ResourceInstance instance,
    HealthCheckService healthChecks,
    ResourceNotificationService notifications,
    IDistributedApplicationEventing eventing,
    IServiceProvider services,
    ILogger logger,
    TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPauseWhileUnhealthy = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan PauseWhenHealthy = TimeSpan.FromSeconds(5);

    private readonly IResource resource = instance.Resource;

    /// <summary>Runs until cancelled; each call is one life of the resource and announces its readiness once.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        var keys = resource.Annotations.OfType<HealthCheckAnnotation>().Select(h => h.Key).ToHashSet(StringComparer.Ordinal);
        await PublishAsync(s => s with { ResourceReadyEvent = null, HealthReports = [.. keys.Select(k => new HealthReportSnapshot(k, null, null, null))] });
        if (keys.Count == 0)
        {
            await AnnounceAsync(cancellationToken);
            return;
        }

        var announced = false;
        var pause = FirstPause;
        while (true)
        {
            var report = await healthChecks.CheckHealthAsync(registration => keys.Contains(registration.Name), cancellationToken);
            // A check that was cut off by the stop says nothing about the resource.
            cancellationToken.ThrowIfCancellationRequested();
            await PublishAsync(s => s with { HealthReports = Snapshots(keys, report) });
            var isHealthy = report.Status == HealthStatus.Healthy && report.Entries.Count == keys.Count;
            if (isHealthy && !announced)
            {
                announced = true;
                await AnnounceAsync(cancellationToken);
            }

            pause = isHealthy ? PauseWhenHealthy : NextPause(pause);
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private static TimeSpan NextPause(TimeSpan pause)
    {
        var next = pause * 1.2;
        return next < LongestPauseWhileUnhealthy ? next : LongestPauseWhileUnhealthy;
    }

    private System.Collections.Immutable.ImmutableArray<HealthReportSnapshot> Snapshots(HashSet<string> keys, HealthReport report)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return
        [
            .. keys.Select(key => report.Entries.TryGetValue(key, out var entry)
                ? new HealthReportSnapshot(key, entry.Status, entry.Description, entry.Exception?.Message) { LastRunAt = now }
                : new HealthReportSnapshot(key, HealthStatus.Unhealthy, $"No health check is registered under '{key}'.", null)),
        ];
    }

    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        var announcement = eventing.PublishAsync(new ResourceReadyEvent(resource, services), cancellationToken);
        await PublishAsync(s => s with { ResourceReadyEvent = new EventSnapshot(announcement) });
        try
        {
            await announcement;
        }
#pragma warning disable CA1031 // The subscriber is anybody's code; what it throws is shown and passed on to those who wait.
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogError("{Reason}", problem.Message);
        }
    }

    private Task PublishAsync(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) => notifications.PublishUpdateAsync(resource, instance.Id, change);
}
