using Microsoft.EntityFrameworkCore;
using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps how a plan stands; the event is whole, so the newest replaces the rest.</summary>
internal sealed class OnPlanChanged(ReportingDbContext db) : EventProjection<PlanChanged, ProjectedPlan>
{
    public override async Task ApplyAsync(PlanChanged changed, CancellationToken ct)
    {
        if (!await TakeVersionAsync(changed, ct))
            return;
        await db.Set<ProjectedMilestone>().Where(m => m.PlanId == changed.PlanId).ExecuteDeleteAsync(ct);
        db.AddRange(changed.Milestones.Select((milestone, index) => new ProjectedMilestone
        {
            PlanId = changed.PlanId,
            Position = index + 1,
            Code = milestone.Code,
            Title = milestone.Title,
            Earliest = milestone.Earliest,
            Latest = milestone.Latest,
            Reached = milestone.Reached,
        }));
    }

    private async Task<bool> TakeVersionAsync(PlanChanged changed, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into plan (id, region_id, title, version, occurred_at)
             values ({changed.PlanId}, {changed.RegionId}, {changed.Title}, {changed.AggregateVersion}, {changed.OccurredAt.ToUniversalTime()})
             on conflict (id) do update set
                 region_id = excluded.region_id, title = excluded.title, version = excluded.version, occurred_at = excluded.occurred_at
             where plan.version < excluded.version
             """,
            ct) == 1;
}
