using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Supply.Coverage;

/// <summary>Reads what is contracted for municipalities on a day, with what was last reported of it.</summary>
internal sealed class CoverageReader(ProcurementDbContext db)
{
    /// <summary>For each municipality the providers and products under contract, by name of provider and product.</summary>
    public async Task<ILookup<string, ContractedSupply>> ReadAsync(IReadOnlyList<BuyerReach> reach, DateOnly day, CancellationToken ct)
    {
        string[] municipalities = [.. reach.Select(buyer => buyer.MunicipalityId)];
        string[] ids = [.. reach.Select(buyer => buyer.BuyerId)];
        var rows = await db.Database.SqlQuery<Row>(
            $"""
             with reached as (
                 select distinct q.municipality_id, l.provider_id, l.product_id
                 from unnest({municipalities}, {ids}) as q (municipality_id, buyer_id)
                 join contract_line l on l.buyer_id = q.buyer_id and l.active @> {day}
             ), told as (
                 select c.provider_id, c.product_id, r.measured_on, r.waiting_days
                 from (select distinct provider_id, product_id from reached) c
                 join lateral (
                     select s.measured_on, s.waiting_days from supply_report s
                     where s.provider_id = c.provider_id and s.product_id = c.product_id and s.measured_on <= {day}
                     order by s.measured_on desc, s.id desc
                     limit 1
                 ) r on true
             )
             select c.municipality_id as "MunicipalityId", c.provider_id as "ProviderId", p.name as "ProviderName", c.product_id as "ProductId",
                    t.measured_on as "MeasuredOn", t.waiting_days as "WaitingDays"
             from reached c
             join provider p on p.id = c.provider_id
             left join told t on t.provider_id = c.provider_id and t.product_id = c.product_id
             order by p.name, c.provider_id, c.product_id
             """).ToListAsync(ct);
        return rows.ToLookup(row => row.MunicipalityId, row => new ContractedSupply(row.ProviderId, row.ProviderName, row.ProductId, row.MeasuredOn, row.WaitingDays));
    }

    private sealed record Row(string MunicipalityId, Guid ProviderId, string ProviderName, string ProductId, DateOnly? MeasuredOn, int? WaitingDays);
}
