using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Congruence;

/// <summary>Reads what a region buys on a day.</summary>
internal sealed class CongruenceReader(ProcurementDbContext db)
{
    public async Task<IReadOnlyList<ProductComparison>> CompareAsync((string First, string Second) buyers, string product, DateOnly day, CancellationToken ct)
    {
        var lines = await db.Database.SqlQuery<Row>(
            $"""
             select l.product_id as "ProductId", l.buyer_id as "BuyerId", l.provider_id as "ProviderId", p.name as "ProviderName", l.unit as "Unit",
                    t.cents as "TariffCents", c.notice_months as "NoticeMonths", l.lot as "Lot", l.location as "Location"
             from contract_line l
             join contract c on c.id = l.contract_id
             join provider p on p.id = l.provider_id
             join tariff t on t.line_id = l.id and t.in_force @> {day}
             where l.active @> {day} and l.buyer_id in ({buyers.First}, {buyers.Second}) and ({product} = '' or l.product_id = {product})
             order by l.product_id, p.name, l.id
             """).ToListAsync(ct);
        var compared = lines.ConvertAll(row => new ComparedLine(
            row.ProductId, row.BuyerId, row.ProviderId, row.ProviderName, Enum.Parse<TariffUnit>(row.Unit), row.TariffCents, row.NoticeMonths, row.Lot, row.Location));
        return RegionComparison.Compare(compared.Where(line => line.BuyerId == buyers.First), compared.Where(line => line.BuyerId == buyers.Second));
    }

    private sealed record Row(
        string ProductId, string BuyerId, Guid ProviderId, string ProviderName, string Unit, long TariffCents, int NoticeMonths, string Lot, string Location);
}
