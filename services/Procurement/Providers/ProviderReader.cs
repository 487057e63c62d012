using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Providers;

/// <summary>Finds providers.</summary>
internal static class ProviderReader
{
    /// <summary>The id of a provider that exists, or the rule that it does not.</summary>
    public static async Task<Guid> KnownProviderAsync(this ProcurementDbContext db, string id, string field, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<Provider>().AnyAsync(p => p.Id == key, ct) ? key : throw ProviderRules.NotFound(id, field);
    }

    /// <summary>The provider, its row locked until the end of the transaction.</summary>
    public static async Task<Provider> LockedProviderAsync(this ProcurementDbContext db, string id, string field, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<Provider>().FromSql($"select * from provider where id = {key} for update").SingleOrDefaultAsync(ct)
            ?? throw ProviderRules.NotFound(id, field);
    }
}
