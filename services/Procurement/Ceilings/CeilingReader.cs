using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Ceilings;

/// <summary>Finds ceilings, to read them or to change them.</summary>
internal static class CeilingReader
{
    /// <summary>The ceiling to change, its row locked; another provider's looks unknown.</summary>
    public static async Task<Ceiling> CeilingToChangeAsync(
        this ProcurementDbContext db, string id, string etag, CancellationToken ct, ProviderScope? scope = null)
    {
        var key = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select 1 from ceiling where id = {key} for update", ct);
        var ceiling = await db.Set<Ceiling>().Include(c => c.Decisions).SingleOrDefaultAsync(c => c.Id == key, ct);
        if (ceiling is null || scope?.Allows(ceiling.ProviderId) == false)
            throw CeilingRules.NotFound(id);
        Etag.Require(etag, ceiling.Version);
        return ceiling;
    }

    /// <summary>The ceilings that a caller may see.</summary>
    public static IQueryable<Ceiling> CeilingsVisibleTo(this ProcurementDbContext db, ProviderScope scope)
    {
        var ceilings = db.Set<Ceiling>().AsNoTracking();
        return scope.ProviderId is { } own ? ceilings.Where(c => c.ProviderId == own) : ceilings;
    }

    /// <summary>
    /// The contract of a ceiling, locked: who records spend locks it too, so that a ceiling never misses spend that is
    /// recorded while it is proposed.
    /// </summary>
    public static Task<Contract?> ContractToLimitAsync(this ProcurementDbContext db, Guid id, CancellationToken ct) =>
        db.Set<Contract>().FromSql($"select * from contract where id = {id} for no key update").AsNoTracking().SingleOrDefaultAsync(ct);

    /// <summary>What was spent under a contract in the months of a ceiling: what counts, and what is always paid.</summary>
    public static async Task<(long Counted, long AlwaysPaid)> SpentAsync(this ProcurementDbContext db, Ceiling ceiling, CancellationToken ct)
    {
        var (contract, first, until) = (ceiling.ContractId, new DateOnly(ceiling.Validity.From.Year, ceiling.Validity.From.Month, 1), ceiling.Validity.Until);
        var spent = db.Set<Spend>().Where(s => s.ContractId == contract && s.Month >= first && s.Month < until);
        return (await spent.Where(s => !s.AlwaysPaid).SumAsync(s => s.Cents, ct), await spent.Where(s => s.AlwaysPaid).SumAsync(s => s.Cents, ct));
    }
}
