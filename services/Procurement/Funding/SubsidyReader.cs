using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Funding;

/// <summary>Finds subsidies, to read them or to change them.</summary>
internal static class SubsidyReader
{
    /// <summary>The subsidy to change, its row locked.</summary>
    public static async Task<Subsidy> SubsidyToChangeAsync(this ProcurementDbContext db, string id, string etag, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select 1 from subsidy where id = {key} for update", ct);
        var subsidy = await db.Set<Subsidy>().Include(s => s.Payments).SingleOrDefaultAsync(s => s.Id == key, ct) ?? throw SubsidyRules.NotFound(id);
        Etag.Require(etag, subsidy.Version);
        return subsidy;
    }

    /// <summary>The subsidies that a caller may see.</summary>
    public static IQueryable<Subsidy> SubsidiesVisibleTo(this ProcurementDbContext db, ProviderScope scope)
    {
        var subsidies = db.Set<Subsidy>().AsNoTracking().Include(s => s.Payments);
        return scope.ProviderId is { } own ? subsidies.Where(s => s.ProviderId == own) : subsidies;
    }
}
