using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps what came in of iJw: a fact that never changes.</summary>
internal sealed class OnCareMessageReceived(ReportingDbContext db) : EventProjection<CareMessageReceived, ProjectedCareMessage>
{
    public override Task ApplyAsync(CareMessageReceived received, CancellationToken ct)
    {
        var findings = received.Findings is { Count: > 0 } told ? JsonSerializer.Serialize(told) : null;
        return db.Database.ExecuteSqlAsync(
            $"""
             insert into care_message (id, kind, municipality_id, provider_agb_code, outcome, finding_count, answer_kind, answer_due_on, findings, received_at)
             values ({received.CareMessageId}, {received.Kind}, {received.MunicipalityId}, {received.ProviderAgbCode}, {received.Outcome}, {received.FindingCount},
                 {received.AnswerKind}, {received.AnswerDueOn}, {findings}::jsonb, {received.OccurredAt.ToUniversalTime()})
             on conflict (id) do nothing
             """,
            ct);
    }
}
