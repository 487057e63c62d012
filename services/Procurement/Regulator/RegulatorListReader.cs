using Microsoft.EntityFrameworkCore;
using Regio.Documents.Tables;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Regulator;

/// <summary>Reads what the list of a year tells.</summary>
internal sealed class RegulatorListReader(ProcurementDbContext db)
{
    public async Task<ExportTable> ReadAsync(int year, CancellationToken ct)
    {
        var (begin, end) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var products = await db.Set<Product>().AsNoTracking().ToDictionaryAsync(product => product.Id, ct);
        var tariffs = await db.Database.SqlQuery<TariffRow>(
            $"""
             select p.name as "ProviderName", p.agb_code as "AgbCode", c.id as "ContractId", c.subject as "Subject", l.product_id as "ProductId",
                    l.buyer_id as "BuyerId", l.lot as "Lot", l.location as "Location", lower(t.in_force) as "ValidFrom", upper(t.in_force) as "ValidUntil",
                    l.unit as "Unit", t.cents as "Cents", t.provisional as "Provisional"
             from contract_line l
             join tariff t on t.line_id = l.id and t.in_force && daterange({begin}, {end})
             join contract c on c.id = l.contract_id
             join provider p on p.id = l.provider_id
             where l.active && daterange({begin}, {end})
             order by p.agb_code, c.id, l.product_id, l.buyer_id, l.position, l.id, lower(t.in_force)
             """).ToListAsync(ct);
        var spend = await db.Database.SqlQuery<SpendRow>(
            $"""
             select p.name as "ProviderName", p.agb_code as "AgbCode", c.id as "ContractId", c.subject as "Subject", s.product_id as "ProductId", sum(s.cents)::bigint as "Cents"
             from spend s
             join contract c on c.id = s.contract_id
             join provider p on p.id = c.provider_id
             where s.month >= {begin} and s.month < {end}
             group by p.name, p.agb_code, c.id, c.subject, s.product_id
             order by p.agb_code, c.id, s.product_id
             """).ToListAsync(ct);
        return RegulatorList.Of(
            year,
            tariffs.Select(row => new ListedTariff(
                new ListedProduct(row.ProviderName, row.AgbCode, row.ContractId, row.Subject, products[row.ProductId]),
                row.BuyerId, row.Lot, row.Location, new Validity(row.ValidFrom, row.ValidUntil), Enum.Parse<TariffUnit>(row.Unit), row.Cents, row.Provisional)),
            spend.Select(row => new ListedSpend(new ListedProduct(row.ProviderName, row.AgbCode, row.ContractId, row.Subject, products[row.ProductId]), row.Cents)));
    }

    private sealed record TariffRow(
        string ProviderName,
        string AgbCode,
        Guid ContractId,
        string Subject,
        string ProductId,
        string BuyerId,
        string Lot,
        string Location,
        DateOnly ValidFrom,
        DateOnly? ValidUntil,
        string Unit,
        long Cents,
        bool Provisional);

    private sealed record SpendRow(string ProviderName, string AgbCode, Guid ContractId, string Subject, string ProductId, long Cents);
}
