using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Supply.TargetPaths;

/// <summary>Reads paths, and the places that they are held against.</summary>
internal sealed class TargetPathReader(ProcurementDbContext db, Buyers buyers)
{
    /// <summary>The path of a region as known at a moment; null: none.</summary>
    public Task<TargetPath?> PathAsync(string region, DateTimeOffset? knownAt, CancellationToken ct) =>
        db.Set<TargetPath>().AsNoTracking().Include(path => path.Products).Include(path => path.Points).AsSplitQuery()
            .Where(path => path.RegionId == region && (knownAt == null || path.RecordedAt <= knownAt))
            .OrderByDescending(path => path.Version).FirstOrDefaultAsync(ct);

    /// <summary>What providers under contract for the region last reported by each day of products of a path, by name and product.</summary>
    public async Task<ILookup<DateOnly, ContractedPlaces>> PlacesAsync(
        TargetPath path, IReadOnlyList<DateOnly> days, DateTimeOffset? knownAt, CancellationToken ct)
    {
        var asked = (await buyers.ReachAsync(path.RegionId, days, ct)).Select(reach => (reach.Day, reach.BuyerId)).Distinct().ToList();
        DateOnly[] on = [.. asked.Select(buyer => buyer.Day)];
        string[] ids = [.. asked.Select(buyer => buyer.BuyerId)];
        string[] products = [.. path.Products.Select(product => product.ProductId)];
        var rows = await db.Database.SqlQuery<Row>(
            $"""
             with contracted as (
                 select distinct q.day, l.provider_id, l.product_id
                 from unnest({on}, {ids}) as q (day, buyer_id)
                 join contract_line l on l.buyer_id = q.buyer_id and l.active @> q.day and l.product_id = any({products})
             )
             select c.day as "Day", c.provider_id as "ProviderId", p.name as "ProviderName", c.product_id as "ProductId",
                    r.places as "Places", r.measured_on as "MeasuredOn"
             from contracted c
             join provider p on p.id = c.provider_id
             left join lateral (
                 select s.places, s.measured_on from supply_report s
                 where s.provider_id = c.provider_id and s.product_id = c.product_id and s.measured_on <= c.day
                     and ({knownAt}::timestamptz is null or s.recorded_at <= {knownAt}::timestamptz)
                 order by s.measured_on desc, s.id desc
                 limit 1
             ) r on true
             order by p.name, c.provider_id, c.product_id
             """).ToListAsync(ct);
        return rows.ToLookup(row => row.Day, row => new ContractedPlaces(row.ProviderId, row.ProviderName, row.ProductId, row.Places, row.MeasuredOn));
    }

    private sealed record Row(DateOnly Day, Guid ProviderId, string ProviderName, string ProductId, int? Places, DateOnly? MeasuredOn);
}
