using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Supply.Staleness;

/// <summary>Tells of each last report of a provider under contract, once, that it became too old to rely on.</summary>
internal sealed class StoredStaleReports(ProcurementDbContext db, TimeProvider time)
{
    private const int MostAtOnce = 500;

    /// <summary>Looks until there is nothing to tell. Two processes that look at once tell each report once.</summary>
    public async Task TellAsync(CancellationToken ct)
    {
        int told;
        do
            told = await TellSomeAsync(ct);
        while (told == MostAtOnce);
    }

    private async Task<int> TellSomeAsync(CancellationToken ct)
    {
        var (today, now) = (time.DutchToday(), time.StorableNow());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var stale = await db.Database.SqlQuery<Row>(
            $"""
             with told as (
                 insert into stale_report (report_id, stale_on, noticed_at)
                 select r.id, r.measured_on + term_on('SupplyStaleDays', r.measured_on) + 1, {now}
                 from (
                     select distinct on (provider_id, product_id) * from supply_report
                     where measured_on <= {today}
                     order by provider_id, product_id, measured_on desc, id desc
                 ) r
                 where r.measured_on + term_on('SupplyStaleDays', r.measured_on) < {today}
                     and not exists (select from stale_report t where t.report_id = r.id)
                     and exists (select from contract_line l where l.provider_id = r.provider_id and l.product_id = r.product_id and l.active @> {today})
                 order by r.id
                 limit {MostAtOnce}
                 on conflict do nothing
                 returning report_id, stale_on
             )
             select r.id as "Id", r.provider_id as "ProviderId", r.product_id as "ProductId", r.measured_on as "MeasuredOn", t.stale_on as "StaleOn"
             from told t
             join supply_report r on r.id = t.report_id
             order by r.id
             """).ToListAsync(ct);
        foreach (var report in stale)
            db.Publish(ToEvent(report, now), report.Id.ToString("D"));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return stale.Count;
    }

    private static SupplyBecameStale ToEvent(Row report, DateTimeOffset now) => new()
    {
        ReportId = report.Id,
        AggregateVersion = 1,
        OccurredAt = now,
        ProviderId = report.ProviderId,
        ProductId = report.ProductId,
        MeasuredOn = report.MeasuredOn,
        StaleOn = report.StaleOn,
    };

    private sealed record Row(Guid Id, Guid ProviderId, string ProductId, DateOnly MeasuredOn, DateOnly StaleOn);
}
