using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Memory;

/// <summary>Makes the timeline again from what it is made of, and says what was different.</summary>
internal sealed class RebuildTimeline(MunicipalitiesDbContext db, Once once)
{
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(10);

    public Task<RebuildTimelineResponse> RunAsync(RebuildTimelineRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => RebuildAsync(token), ct);

    private sealed record Difference(long Added, long Changed, long Removed);

    private async Task<RebuildTimelineResponse> RebuildAsync(CancellationToken ct)
    {
        db.Database.SetCommandTimeout(LongestStatement);
        var found = await db.Database.SqlQuery<Difference>($"select added, changed, removed from rebuild_timeline()").ToListAsync(ct);
        return new RebuildTimelineResponse { Added = found[0].Added, Changed = found[0].Changed, Removed = found[0].Removed };
    }
}

internal sealed class RebuildTimelineValidator : AbstractValidator<RebuildTimelineRequest>
{
    public RebuildTimelineValidator() => RuleFor(r => r.RequestId).IsUuid();
}
