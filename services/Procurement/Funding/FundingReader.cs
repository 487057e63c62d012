using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Funding;

/// <summary>Finds funding, to read it or to change it.</summary>
internal static class FundingReader
{
    /// <summary>The funding to change, its row locked.</summary>
    public static async Task<ProviderFunding> FundingToChangeAsync(this ProcurementDbContext db, string id, string etag, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select 1 from provider_funding where id = {key} for update", ct);
        var funding = await db.Set<ProviderFunding>().Include(f => f.Costs).SingleOrDefaultAsync(f => f.Id == key, ct) ?? throw FundingRules.NotFound(id);
        Etag.Require(etag, funding.Version);
        return funding;
    }

    /// <summary>The funding that a caller may see.</summary>
    public static IQueryable<ProviderFunding> FundingVisibleTo(this ProcurementDbContext db, ProviderScope scope)
    {
        var funding = db.Set<ProviderFunding>().AsNoTracking();
        return scope.ProviderId is { } own ? funding.Where(f => f.ProviderId == own) : funding;
    }
}
