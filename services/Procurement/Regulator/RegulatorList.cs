using System.Globalization;
using Regio.Documents.Tables;
using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Regulator;

/// <summary>What a row of the list is about.</summary>
/// <param name="ProviderName">Name of the provider.</param>
/// <param name="AgbCode">Its AGB code.</param>
/// <param name="ContractId">The contract.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Product">The product.</param>
internal sealed record ListedProduct(string ProviderName, string AgbCode, Guid ContractId, string Subject, Product Product);

/// <summary>A tariff that was in force under a line.</summary>
/// <param name="Of">What it is about.</param>
/// <param name="BuyerId">Who buys.</param>
/// <param name="Lot">The lot; empty: none.</param>
/// <param name="Location">The location; empty: any.</param>
/// <param name="InForce">Its days, those outside of the year included.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Cents">Eurocents per unit.</param>
/// <param name="Provisional">Whether it may still be corrected.</param>
internal sealed record ListedTariff(
    ListedProduct Of, string BuyerId, string Lot, string Location, Validity InForce, TariffUnit Unit, long Cents, bool Provisional);

/// <summary>What was spent in the year on a product of a contract.</summary>
/// <param name="Of">What it is about.</param>
/// <param name="Cents">Eurocents.</param>
internal sealed record ListedSpend(ListedProduct Of, long Cents);

/// <summary>
/// The list of contracted providers of a calendar year, as a table. A tariff and an amount are rows of their own: a contract
/// has several tariffs for one product and one amount, and each column must add up.
/// </summary>
internal static class RegulatorList
{
    private static readonly ExportColumn[] Columns =
    [
        Text("kind", "Soort"), Text("provider_name", "Aanbieder"), Text("agb_code", "AGB-code"), Text("contract_id", "Contract"), Text("subject", "Onderwerp"),
        Text("product_id", "Product"), Text("product_name", "Productnaam"), Number("level", "Niveau"), Text("care_category", "iJw-productcategorie"), Text("care_code", "iJw-productcode"),
        Text("buyer_id", "Inkoper"), Text("lot", "Perceel"), Text("location", "Locatie"), Text("valid_from", "Vanaf"), Text("valid_until", "Tot (niet meegerekend)"),
        Text("unit", "Eenheid"), Number("tariff_cents", "Tarief (eurocent)"), Text("provisional", "Voorlopig"), Number("spent_cents", "Uitgegeven (eurocent)"),
    ];

    public static ExportTable Of(int year, IEnumerable<ListedTariff> tariffs, IEnumerable<ListedSpend> spend) => new(
        string.Create(CultureInfo.InvariantCulture, $"gecontracteerde-aanbieders-{year}"),
        Columns,
        [.. tariffs.Select(tariff => Row(tariff, year)), .. spend.Select(Row)],
        [
            ("Lijst", string.Create(CultureInfo.InvariantCulture, $"De aanbieders met een contract in {year}, met hun producten, tarieven en uitgaven.")),
            ("Tarief", "Een regel voor elk tarief dat in het jaar gold, met de dagen in dat jaar. De einddag telt niet mee."),
            ("Uitgave", "Een regel voor elk product van een contract waarop in het jaar is uitgegeven, wat altijd wordt betaald meegerekend. Zonder regel is er geen uitgave bekend."),
            ("Niet op deze lijst", "Subsidies en bekostiging van beschikbaarheid, huisvesting en open-eindeverplichtingen."),
        ]);

    private static object?[] Row(ListedTariff tariff, int year) =>
    [
        "tarief", .. About(tariff.Of),
        tariff.BuyerId, tariff.Lot, tariff.Location, Iso(Later(tariff.InForce.From, new DateOnly(year, 1, 1))), Iso(Earlier(tariff.InForce.Until, new DateOnly(year + 1, 1, 1))),
        tariff.Unit.Word(), (decimal)tariff.Cents, tariff.Provisional ? "ja" : "nee", null,
    ];

    private static object?[] Row(ListedSpend spend) =>
    [
        "uitgave", .. About(spend.Of),
        null, null, null, null, null,
        null, null, null, (decimal)spend.Cents,
    ];

    private static object?[] About(ListedProduct of) =>
    [
        of.ProviderName, of.AgbCode, of.ContractId.ToString("D"), of.Subject,
        of.Product.Id, of.Product.Name, (decimal)of.Product.Level, of.Product.CareCategory, of.Product.CareCode,
    ];

    private static DateOnly Later(DateOnly day, DateOnly other) => day > other ? day : other;

    private static DateOnly Earlier(DateOnly? day, DateOnly other) => day is { } until && until < other ? until : other;

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static ExportColumn Text(string name, string dutch) => new(name, dutch, ColumnKind.Text);

    private static ExportColumn Number(string name, string dutch) => new(name, dutch, ColumnKind.Number);
}
