using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Catalogue;

/// <summary>Reads the catalogue with its history; it holds some dozens of rows.</summary>
internal sealed class CatalogueReader(ProcurementDbContext db)
{
    public async Task<ProductCatalogue> ReadAsync(CancellationToken ct)
    {
        var levels = await db.Set<InterventionLevel>().AsNoTracking().ToListAsync(ct);
        var products = await db.Set<Product>().AsNoTracking().ToListAsync(ct);
        var rules = await db.Set<ScaleRule>().AsNoTracking().ToListAsync(ct);
        return new ProductCatalogue(levels, products, rules);
    }
}
