using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Contracts;

/// <summary>Finds contracts, to read them or to change them.</summary>
internal static class StoredContracts
{
    /// <summary>
    /// The contract to change. Its row is locked, so that of two who change it the second sees what the first did and is
    /// told the rule that it breaks.
    /// </summary>
    public static async Task<Contract> ToChangeAsync(
        this ProcurementDbContext db, string id, string etag, CancellationToken ct, string idField = "id", string etagField = "etag")
    {
        var key = Guid.ParseExact(id, "D");
        var contract = await db.Set<Contract>().FromSql($"select * from contract where id = {key} for update")
            .Include(c => c.Lines).Include(c => c.Addenda).AsSplitQuery().SingleOrDefaultAsync(ct)
            ?? throw ContractRules.NotFound(id, idField);
        Etag.Require(etag, contract.Version, etagField);
        return contract;
    }

    /// <summary>The contracts that a caller may see, to read.</summary>
    public static IQueryable<Contract> VisibleTo(this ProcurementDbContext db, ProviderScope scope)
    {
        var contracts = db.Set<Contract>().AsNoTracking();
        return scope.ProviderId is { } own ? contracts.Where(c => c.ProviderId == own) : contracts;
    }
}
