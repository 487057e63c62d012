using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Ceilings;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>Lets what is claimed count as spend of its contracts, and with that for their ceilings.</summary>
internal sealed class StoredClaimSpend(ProcurementDbContext db, StoredSpend store)
{
    /// <summary>
    /// Counts anew each contract, product and month of delivery that some claims touch: the sum of all lines that were accepted, credits taken
    /// off. The sum takes the place of what was there, so that nothing counts twice.
    /// </summary>
    public async Task CountAsync(Guid[] claims, CancellationToken ct)
    {
        var sums = await db.Database.SqlQuery<Sum>(
            $"""
             select l.contract_id as "ContractId", l.product_id as "ProductId", l.municipality_id as "MunicipalityId",
                    date_trunc('month', l.starts_on)::date as "Month", sum(l.cents)::bigint as "Cents"
             from care_claim_line l
             where l.contract_id is not null and exists (
                 select 1 from care_claim_line n
                 where n.claim_id = any({claims}) and (n.contract_id, n.product_id, n.municipality_id) = (l.contract_id, l.product_id, l.municipality_id)
                   and date_trunc('month', n.starts_on) = date_trunc('month', l.starts_on))
             group by 1, 2, 3, 4
             """).ToListAsync(ct);
        if (sums.Count > 0)
            await store.StoreAsync([.. sums.Select(sum => new SpendEntry(new SpendKey(sum.ContractId, sum.ProductId, sum.MunicipalityId, sum.Month, AlwaysPaid: false), sum.Cents))], ct);
    }

    private sealed record Sum(Guid ContractId, string ProductId, string MunicipalityId, DateOnly Month, long Cents);
}
