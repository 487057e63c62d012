using Microsoft.EntityFrameworkCore;
using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps how a node of the goal tree stands; the event is whole, so the newest replaces the rest.</summary>
internal sealed class OnGoalNodeChanged(ReportingDbContext db) : EventProjection<GoalNodeChanged, ProjectedGoalNode>
{
    public override async Task ApplyAsync(GoalNodeChanged changed, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into goal_node (id, region_id, kind, title, owner_body_id, parent_id, valid_from, valid_until, indicator_code, version, occurred_at)
             values ({changed.GoalNodeId}, {changed.RegionId}, {changed.Kind}, {changed.Title}, {changed.OwnerBodyId}, {changed.ParentId}, {changed.ValidFrom},
                 {changed.ValidUntil}, {changed.IndicatorCode}, {changed.AggregateVersion}, {changed.OccurredAt.ToUniversalTime()})
             on conflict (id) do update set
                 region_id = excluded.region_id, kind = excluded.kind, title = excluded.title, owner_body_id = excluded.owner_body_id,
                 parent_id = excluded.parent_id, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
                 indicator_code = excluded.indicator_code, version = excluded.version, occurred_at = excluded.occurred_at
             where goal_node.version < excluded.version
             """,
            ct);
}
