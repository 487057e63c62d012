using System.Globalization;
using Regio.Documents.Tables;
using Regio.Reporting.Pages;

namespace Regio.Reporting.Contracting;

/// <summary>The overview as a table: a row for each product, ceiling, contract without one, and client stop.</summary>
internal static class OverviewExport
{
    private static readonly ExportColumn[] Columns =
    [
        Text("kind", "Soort"), Text("provider_name", "Aanbieder"), Text("product_id", "Product"), Number("level", "Niveau"), Text("buyer_id", "Inkoper (code)"), Text("buyer_name", "Inkoper"),
        Text("unit", "Eenheid"), Number("lines", "Regels"), Number("lowest_tariff_cents", "Laagste tarief (eurocent)"), Number("highest_tariff_cents", "Hoogste tarief (eurocent)"),
        Number("ceiling_cents", "Plafond (eurocent)"), Number("counted_cents", "Telt mee (eurocent)"), Number("used_percent", "Gebruikt (%)"), Text("state", "Stand"),
        Text("valid_from", "Vanaf"), Text("valid_until", "Tot (niet meegerekend)"), Text("contract_id", "Contract"), Text("remark", "Opmerking"),
    ];

    public static ExportTable Of(OverviewView view) => new(
        $"contracten-{view.AreaId}-{Iso(view.Day)}",
        Columns,
        [.. view.Products.Select(Row), .. view.Ceilings.Select(Row), .. view.WithoutCeiling.Select(Row), .. view.Stops.Select(Row)],
        [
            ("Overzicht", $"Contracten, omzetplafonds en cliëntenstops van {view.AreaName} op {Dutch.Day(view.Day)}."),
            ("Bijgewerkt tot", view.LastEventAt is { } at ? Dutch.Moment(at) : Dutch.Unknown),
            ("Tarieven", "Contracten noemen tarieven en geen hoeveelheden: hun waarde is niet bekend."),
            ("Gebruikt", "Naar beneden afgerond op een tiende: 100 staat er pas als het plafond is bereikt. Wat altijd wordt betaald, telt niet mee."),
            ("Plafond niet bekend", "Van een contract zonder plafond is niet bekend of het er een heeft."),
        ]);

    private static object?[] Row(ContractedProduct product) =>
    [
        "contractregel", product.ProviderName, product.ProductId, (decimal)product.Level, product.BuyerId, product.BuyerName,
        product.Unit, (decimal)product.Lines, (decimal)product.LowestTariffCents, (decimal)product.HighestTariffCents,
        null, null, null, null,
        null, Iso(product.Until), null, product.HasStop ? "Cliëntenstop" : null,
    ];

    private static object?[] Row(CeilingUse ceiling) =>
    [
        "plafond", ceiling.ProviderName ?? Dutch.Unknown, null, null, null, null,
        null, null, null, null,
        (decimal)ceiling.AmountCents, (decimal)ceiling.CountedCents, ceiling.UsedPercent, OverviewWords.CeilingState(ceiling.State),
        Iso(ceiling.From), Iso(ceiling.Until), ceiling.ContractId.ToString("D"), ceiling.MeetingDueOn is null ? null : $"Gesprek {OverviewWords.Meeting(ceiling)}",
    ];

    private static object?[] Row(ContractParty contract) =>
    [
        "contract zonder plafond", contract.ProviderName, null, null, null, null,
        null, null, null, null,
        null, null, null, Dutch.Unknown,
        null, null, contract.ContractId.ToString("D"), "Plafond niet bekend",
    ];

    private static object?[] Row(StopInForce stop) =>
    [
        "cliëntenstop", stop.ProviderName ?? Dutch.Unknown, stop.ProductId, null, null, null,
        null, null, null, null,
        null, null, null, $"door {OverviewWords.Declarer(stop.Declarer)}",
        Iso(stop.From), Iso(stop.Until), null, $"Geldt voor {OverviewWords.Scope(stop)}{(stop.AnnouncedLate ? "; te laat aangekondigd" : "")}",
    ];

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ExportColumn Text(string name, string dutch) => new(name, dutch, ColumnKind.Text);

    private static ExportColumn Number(string name, string dutch) => new(name, dutch, ColumnKind.Number);
}
