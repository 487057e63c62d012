using Microsoft.EntityFrameworkCore;
using Regio.Messages.ExpertTable.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps what came of each round of a case: the newest event of a round counts.</summary>
internal sealed class OnCaseOutcomeRecorded(ReportingDbContext db) : EventProjection<CaseOutcomeRecorded, ProjectedCaseOutcome>
{
    public override Task ApplyAsync(CaseOutcomeRecorded recorded, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         insert into expert_case_outcome (case_id, round, municipality_id, result, bottlenecks, version, occurred_at)
         values ({recorded.CaseId}, {recorded.Round}, {recorded.MunicipalityId}, {recorded.Result}, {recorded.Bottlenecks.ToArray()},
             {recorded.AggregateVersion}, {recorded.OccurredAt.ToUniversalTime()})
         on conflict (case_id, round) do update set
             municipality_id = excluded.municipality_id, result = excluded.result, bottlenecks = excluded.bottlenecks,
             version = excluded.version, occurred_at = excluded.occurred_at
         where expert_case_outcome.version < excluded.version
         """,
        ct);
}
