using Grpc.Health.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks.Internal;

/// <summary>What a health report means for a service.</summary>
internal static class ServingStatuses
{
    public static bool Covers(this ServiceMapping mapping, string check, IEnumerable<string> tags) =>
        mapping.HealthCheckPredicate(new HealthCheckMapContext(check, tags));

    /// <summary>A degraded service still serves; one that no check speaks for is unknown.</summary>
    public static ServingStatus StatusIn(this ServiceMapping mapping, HealthReport report)
    {
        var entries = report.Entries.Where(entry => mapping.Covers(entry.Key, entry.Value.Tags)).ToList();
        if (entries.Count == 0)
            return ServingStatus.Unknown;
        return entries.Exists(entry => entry.Value.Status == HealthStatus.Unhealthy)
            ? ServingStatus.NotServing
            : ServingStatus.Serving;
    }

    public static HealthCheckResponse ToResponse(this ServingStatus status) => new() { Status = status };
}
