using Microsoft.EntityFrameworkCore;
using Regio.Messages.ExpertTable.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Counts a case for the municipality that it went over to. What came of its rounds until then stays where it was.</summary>
internal sealed class OnCaseHandedOver(ReportingDbContext db) : EventProjection<CaseHandedOver, ProjectedCase>
{
    public override Task ApplyAsync(CaseHandedOver over, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         insert into expert_case (id, municipality_id, state, version, occurred_at)
         values ({over.CaseId}, {over.MunicipalityId}, {over.State}, {over.AggregateVersion}, {over.OccurredAt.ToUniversalTime()})
         on conflict (id) do update set
             municipality_id = excluded.municipality_id, state = excluded.state,
             version = excluded.version, occurred_at = excluded.occurred_at
         where expert_case.version < excluded.version
         """,
        ct);
}
