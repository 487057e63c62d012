using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps each step of a ceiling.</summary>
internal sealed class OnCeilingChanged(ReportingDbContext db) : EventProjection<CeilingChanged, ProjectedCeilingStep>
{
    public override Task ApplyAsync(CeilingChanged changed, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         insert into ceiling_step (ceiling_id, version, contract_id, provider_id, state, amount_cents, counted_cents,
             valid_from, valid_until, meeting_due_on, occurred_at)
         values ({changed.CeilingId}, {changed.AggregateVersion}, {changed.ContractId}, {changed.ProviderId}, {changed.State}, {changed.AmountCents}, {changed.CountedCents},
             {changed.ValidFrom}, {changed.ValidUntil}, {changed.MeetingDueOn}, {changed.OccurredAt.ToUniversalTime()})
         on conflict do nothing
         """,
        ct);
}
