using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Ceilings;

/// <summary>Stores spend and lets the ceilings of its contracts count anew.</summary>
internal sealed class StoredSpend(ProcurementDbContext db, TimeProvider time)
{
    /// <summary>What rows about these contracts are judged by.</summary>
    public async Task<SpendChecks> ChecksAsync(IEnumerable<string> contractIds, CancellationToken ct)
    {
        var named = contractIds.Select(text => Guid.TryParseExact(text, "D", out var id) ? id : Guid.Empty).Distinct().ToList();
        var contracts = await db.Set<Contract>().Where(c => named.Contains(c.Id) && c.State != ContractState.Draft)
            .Select(c => new { c.Id, c.Validity }).ToDictionaryAsync(c => c.Id, c => c.Validity.From, ct);
        return new SpendChecks(contracts, await db.Set<Product>().Select(p => p.Id).ToHashSetAsync(ct));
    }

    /// <summary>Stores entries, one at most for each key; one for a key that is there takes its place.</summary>
    public async Task StoreAsync(IReadOnlyCollection<SpendEntry> entries, CancellationToken ct)
    {
        var now = time.StorableNow();
        var ceilings = await LockedAsync([.. entries.Select(entry => entry.Key.ContractId).Distinct()], ct);
        Guid[] contracts = [.. entries.Select(entry => entry.Key.ContractId)];
        string[] products = [.. entries.Select(entry => entry.Key.ProductId)];
        string[] municipalities = [.. entries.Select(entry => entry.Key.MunicipalityId)];
        DateOnly[] months = [.. entries.Select(entry => entry.Key.Month)];
        bool[] always = [.. entries.Select(entry => entry.Key.AlwaysPaid)];
        long[] cents = [.. entries.Select(entry => entry.Cents)];
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into spend (contract_id, product_id, municipality_id, month, always_paid, cents, recorded_at)
             select *, {now} from unnest({contracts}, {products}, {municipalities}, {months}, {always}, {cents})
             on conflict (contract_id, product_id, municipality_id, month, always_paid)
                 do update set cents = excluded.cents, recorded_at = excluded.recorded_at
             """, ct);

        foreach (var ceiling in ceilings)
        {
            var (counted, alwaysPaid) = await db.SpentAsync(ceiling, ct);
            if (ceiling.Count(counted, alwaysPaid, time.DutchToday()))
                db.Publish(ceiling.ToEvent(now), ceiling.Id.ToString("D"));
        }
    }

    // Contracts first, as who proposes a ceiling does; each in the order of its ids, so that two never wait for each other.
    private async Task<List<Ceiling>> LockedAsync(Guid[] contracts, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from contract where id = any({contracts}) order by id for no key update", ct);
        await db.Database.ExecuteSqlAsync(
            $"select 1 from ceiling where contract_id = any({contracts}) and state <> 'Closed' order by id for update", ct);
        return await db.Set<Ceiling>().Where(c => contracts.Contains(c.ContractId) && c.State != CeilingState.Closed)
            .Include(c => c.Decisions).AsSplitQuery().ToListAsync(ct);
    }
}
