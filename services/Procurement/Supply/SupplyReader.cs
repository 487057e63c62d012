using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Supply;

/// <summary>Reads what was last reported of supply.</summary>
internal sealed class SupplyReader(ProcurementDbContext db)
{
    /// <summary>The last report of each provider and product for a day or before it, by provider and product; after where the page before ended.</summary>
    public Task<List<SupplyReport>> LastAsync(
        DateOnly day, Guid? provider, string product, (Guid Provider, string Product)? after, int most, CancellationToken ct)
    {
        var (lastProvider, lastProduct) = after ?? (Guid.Empty, "");
        return db.Set<SupplyReport>().FromSql(
            $"""
             select distinct on (provider_id, product_id) * from supply_report
             where measured_on <= {day}
                 and ({provider}::uuid is null or provider_id = {provider}::uuid)
                 and ({product} = '' or product_id = {product})
                 and (provider_id, product_id) > ({lastProvider}, {lastProduct})
             order by provider_id, product_id, measured_on desc, id desc
             limit {most}
             """).AsNoTracking().ToListAsync(ct);
    }
}
