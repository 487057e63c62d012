using Microsoft.EntityFrameworkCore;
using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps how a fund stands and what happened to it; the event is whole, so the newest replaces the rest.</summary>
internal sealed class OnFundChanged(ReportingDbContext db) : EventProjection<FundChanged, ProjectedFund>
{
    public override async Task ApplyAsync(FundChanged changed, CancellationToken ct)
    {
        if (!await TakeVersionAsync(changed, ct))
            return;
        await db.Set<ProjectedFundMovement>().Where(m => m.FundId == changed.FundId).ExecuteDeleteAsync(ct);
        db.AddRange(changed.Movements.Select(m => new ProjectedFundMovement
        {
            FundId = changed.FundId,
            Number = m.Number,
            Kind = m.Kind,
            HappenedOn = m.HappenedOn,
            AmountCents = m.AmountCents,
        }));
    }

    private async Task<bool> TakeVersionAsync(FundChanged changed, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into fund (id, region_id, kind, name, municipality_id, valid_from, valid_until, version, occurred_at)
             values ({changed.FundId}, {changed.RegionId}, {changed.Kind}, {changed.Name}, {changed.MunicipalityId}, {changed.ValidFrom},
                 {changed.ValidUntil}, {changed.AggregateVersion}, {changed.OccurredAt.ToUniversalTime()})
             on conflict (id) do update set
                 region_id = excluded.region_id, kind = excluded.kind, name = excluded.name, municipality_id = excluded.municipality_id,
                 valid_from = excluded.valid_from, valid_until = excluded.valid_until, version = excluded.version, occurred_at = excluded.occurred_at
             where fund.version < excluded.version
             """,
            ct) == 1;
}
