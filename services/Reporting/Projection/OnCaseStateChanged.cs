using Microsoft.EntityFrameworkCore;
using Regio.Messages.ExpertTable.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps where a case of the expert table stands, and each of its steps.</summary>
internal sealed class OnCaseStateChanged(ReportingDbContext db) : EventProjection<CaseStateChanged, ProjectedCase>
{
    public override Task ApplyAsync(CaseStateChanged changed, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         with newest as (
             insert into expert_case (id, municipality_id, state, version, occurred_at)
             values ({changed.CaseId}, {changed.MunicipalityId}, {changed.State}, {changed.AggregateVersion}, {changed.OccurredAt.ToUniversalTime()})
             on conflict (id) do update set
                 municipality_id = excluded.municipality_id, state = excluded.state,
                 version = excluded.version, occurred_at = excluded.occurred_at
             where expert_case.version < excluded.version)
         insert into expert_case_step (case_id, version, state, occurred_at, escalation_target, bottlenecks, age_class)
         values ({changed.CaseId}, {changed.AggregateVersion}, {changed.State}, {changed.OccurredAt.ToUniversalTime()}, {changed.EscalationTarget},
             {changed.Bottlenecks?.ToArray()}, {changed.AgeClass})
         on conflict do nothing
         """,
        ct);
}
