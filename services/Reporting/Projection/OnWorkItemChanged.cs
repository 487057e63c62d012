using Microsoft.EntityFrameworkCore;
using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps how something that is to be done stands; the event is whole, so the newest replaces the rest.</summary>
internal sealed class OnWorkItemChanged(ReportingDbContext db) : EventProjection<WorkItemChanged, ProjectedWorkItem>
{
    public override async Task ApplyAsync(WorkItemChanged changed, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into work_item (id, region_id, kind, state, owner_id, municipality_id, raised_on, due_on, closed_on, feedback_body_id, feedback_on,
                 round_id, view_number, remark_number, contract_id, contract_line_id, agreement_id, obligation_number, indicator_code,
                 goal_node_id, title, version, occurred_at)
             values ({changed.WorkItemId}, {changed.RegionId}, {changed.Kind}, {changed.State}, {changed.OwnerId}, {changed.MunicipalityId}, {changed.RaisedOn},
                 {changed.DueOn}, {changed.ClosedOn}, {changed.FeedbackBodyId}, {changed.FeedbackOn},
                 {changed.RoundId}, {changed.ViewNumber}, {changed.RemarkNumber}, {changed.ContractId}, {changed.ContractLineId}, {changed.AgreementId},
                 {changed.ObligationNumber}, {changed.IndicatorCode}, {changed.GoalNodeId}, {changed.Title}, {changed.AggregateVersion}, {changed.OccurredAt.ToUniversalTime()})
             on conflict (id) do update set
                 region_id = excluded.region_id, kind = excluded.kind, state = excluded.state, owner_id = excluded.owner_id,
                 municipality_id = excluded.municipality_id, raised_on = excluded.raised_on, due_on = excluded.due_on, closed_on = excluded.closed_on,
                 feedback_body_id = excluded.feedback_body_id, feedback_on = excluded.feedback_on,
                 round_id = excluded.round_id, view_number = excluded.view_number, remark_number = excluded.remark_number, contract_id = excluded.contract_id,
                 contract_line_id = excluded.contract_line_id, agreement_id = excluded.agreement_id, obligation_number = excluded.obligation_number,
                 indicator_code = excluded.indicator_code, goal_node_id = excluded.goal_node_id, title = excluded.title, version = excluded.version, occurred_at = excluded.occurred_at
             where work_item.version < excluded.version
             """,
            ct);
}
