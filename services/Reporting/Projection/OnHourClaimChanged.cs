using Microsoft.EntityFrameworkCore;
using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps how a claim of hours stands; the event is whole, so the newest replaces the rest.</summary>
internal sealed class OnHourClaimChanged(ReportingDbContext db) : EventProjection<HourClaimChanged, ProjectedHourClaim>
{
    public override async Task ApplyAsync(HourClaimChanged changed, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into hour_claim (id, municipality_id, work, quarter_start, minutes, rate_cents, amount_cents, state, fund_id, version, occurred_at)
             values ({changed.HourClaimId}, {changed.MunicipalityId}, {changed.Work}, {changed.QuarterStart}, {changed.Minutes}, {changed.RateCents},
                 {changed.AmountCents}, {changed.State}, {changed.FundId}, {changed.AggregateVersion}, {changed.OccurredAt.ToUniversalTime()})
             on conflict (id) do update set
                 municipality_id = excluded.municipality_id, work = excluded.work, quarter_start = excluded.quarter_start, minutes = excluded.minutes,
                 rate_cents = excluded.rate_cents, amount_cents = excluded.amount_cents, state = excluded.state, fund_id = excluded.fund_id,
                 version = excluded.version, occurred_at = excluded.occurred_at
             where hour_claim.version < excluded.version
             """,
            ct);
}
