using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>Lets what was claimed before its contract was signed count for that contract. Works inside the transaction of its caller.</summary>
internal sealed class StoredLateContracts(ProcurementDbContext db, CareMessageReader messages, AgreedTariffReader agreed, StoredClaimSpend spend)
{
    private const int AtOnce = 1_000;

    /// <summary>Looks for the contract of every open line of a contract's provider that has none.</summary>
    public async Task CountAsync(Guid contract, CancellationToken ct)
    {
        var provider = await (from signed in db.Set<Contract>() join of in db.Set<Provider>() on signed.ProviderId equals of.Id where signed.Id == contract select of.AgbCode).SingleOrDefaultAsync(ct);
        if (provider is null)
            return;
        var waiting = await db.Set<CareClaimLine>().AsNoTracking().Where(line => line.IsOpen && line.ContractId == null && line.ProviderAgbCode == provider)
            .GroupBy(line => line.MunicipalityId).Select(of => new { Municipality = of.Key, Last = of.Max(line => line.StartsOn) }).OrderBy(of => of.Municipality).ToListAsync(ct);
        var sides = waiting.ToDictionary(of => new CareSides(of.Municipality, provider, IsFromMunicipality: true), of => of.Last);
        // All turns before the first change: a claim that is being judged waits for its contract while it has its turn.
        foreach (var turn in sides.Keys)
            await messages.WaitForTurnAsync(turn, ct);
        var claims = new HashSet<Guid>();
        foreach (var (turn, last) in sides)
            claims.UnionWith(await FindAsync(turn, new DateOnly(last.Year, last.Month, 1), ct));
        if (claims.Count > 0)
            await spend.CountAsync([.. claims], ct);
    }

    /// <summary>The claims with a line that found its contract.</summary>
    private async Task<HashSet<Guid>> FindAsync(CareSides sides, DateOnly lastMonth, CancellationToken ct)
    {
        var tariffs = await agreed.OfAsync(sides, lastMonth, ct);
        var claims = new HashSet<Guid>();
        for (var after = Guid.Empty; ;)
        {
            var lines = await db.Set<CareClaimLine>()
                .Where(line => line.IsOpen && line.ContractId == null && line.ProviderAgbCode == sides.ProviderAgbCode && line.MunicipalityId == sides.MunicipalityId && line.Id > after)
                .OrderBy(line => line.Id).Take(AtOnce).ToListAsync(ct);
            claims.UnionWith(lines.Where(line => line.FindContract(tariffs[(line.Category, line.Code)])).Select(line => line.ClaimId));
            await db.SaveChangesAsync(ct);
            foreach (var line in lines)
                db.Entry(line).State = EntityState.Detached;
            if (lines.Count < AtOnce)
                return claims;
            after = lines[^1].Id;
        }
    }
}
