using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>What a provider agreed with who buys for a municipality.</summary>
internal sealed class AgreedTariffReader(ProcurementDbContext db, Buyers buyers)
{
    /// <summary>All tariffs that a claim of this month may rest on, at most five years back (TR335), by category and code.</summary>
    public async Task<ILookup<(string Category, string Code), AgreedTariff>> OfAsync(CareSides sides, DateOnly month, CancellationToken ct)
    {
        // Who buys may change over the years: each month asks for itself.
        var months = Enumerable.Range(0, 61).Select(back => month.AddMonths(-back)).ToList();
        var regions = await buyers.RegionsAsync([.. months.Select(day => (sides.MunicipalityId, day))], ct);
        string[] names = [.. regions.SelectMany(on => on).Append(sides.MunicipalityId).Distinct()];
        // A tariff holds no longer than its line, which may have ended early.
        var tariffs = await db.Database.SqlQuery<AgreedTariff>(
            $"""
             select l.contract_id as "ContractId", l.product_id as "ProductId", c.care_category as "Category", c.care_code as "Code", l.buyer_id as "BuyerId",
                    l.unit as "Unit", t.cents as "Cents", lower(t.in_force * l.active) as "FromDay", upper(t.in_force * l.active) as "UntilDay"
             from provider p
             join contract_line l on l.provider_id = p.id
             join product c on c.id = l.product_id
             join tariff t on t.line_id = l.id and t.in_force && l.active
             where p.agb_code = {sides.ProviderAgbCode} and c.care_code is not null and l.buyer_id = any({names})
             order by lower(t.in_force * l.active) desc, l.id
             """).ToListAsync(ct);
        return tariffs.ToLookup(tariff => (tariff.Category, tariff.Code));
    }
}
