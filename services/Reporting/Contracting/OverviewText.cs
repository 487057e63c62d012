using Regio.Documents;
using Regio.Reporting.Monitor;
using Regio.Reporting.Pages;

namespace Regio.Reporting.Contracting;

/// <summary>The overview in Dutch.</summary>
internal static class OverviewText
{
    public static Document Of(OverviewView view) => new(
        $"Contracten en plafonds {view.AreaName}",
        $"Stand op {Dutch.Day(view.Day)}, bijgewerkt tot {(view.LastEventAt is { } at ? Dutch.Moment(at) : Dutch.Unknown)}. Wat niet bekend is, staat er als “{Dutch.Unknown}”.",
        [Ceilings(view), Stops(view), Products(view)],
        "Bron: de contracten, omzetplafonds, uitgaven en cliëntenstops die in dit systeem zijn vastgelegd. Een plafond waarschuwt en houdt geen zorg tegen.");

    private static Section Products(OverviewView view) => Section.Of(
        "gecontracteerd",
        "Wat is bij wie gecontracteerd",
        view.Products.Count == 0 ? [$"Er is geen contractregel bekend die op {Dutch.Day(view.Day)} geldt."] : ["Contracten noemen tarieven en geen hoeveelheden: hun waarde is niet bekend."],
        view.Products.Count == 0 ? [] : [
            new Table(
                "Contractregels die op deze dag gelden, per product, aanbieder, inkoper en eenheid",
                [new("Product"), Number("Niveau"), new("Aanbieder", Share: 2), new("Inkoper"), Number("Regels"), Number("Tarief"), new("Tot en met"), new("Nieuwe cliënten")],
                [
                    .. view.Products.Select(product => new[]
                    {
                        product.ProductId, $"{product.Level}", product.ProviderName, product.BuyerName, Dutch.Number(product.Lines),
                        Tariff(product), OverviewWords.LastDay(product.Until), product.HasStop ? "cliëntenstop" : "geen stop bekend",
                    }),
                ]),
        ]);

    private static Section Ceilings(OverviewView view) => Section.Of(
        "plafonds",
        "Hoe ver zijn de omzetplafonds gebruikt",
        [
            .. view.Ceilings.Count == 0 ? [$"Er is geen plafond bekend dat op {Dutch.Day(view.Day)} geldt."] : Array.Empty<string>(),
            .. view.WithoutCeiling.Count == 0 ? [] : new[]
            {
                $"Van {Dutch.Number(view.WithoutCeiling.Count)} {(view.WithoutCeiling.Count == 1 ? "contract" : "contracten")} is geen plafond bekend: "
                + $"{string.Join(", ", view.WithoutCeiling.Select(contract => contract.ProviderName).Distinct())}.",
            },
        ],
        view.Ceilings.Count == 0 ? [] : [
            new Table(
                "Plafonds, het meest gebruikte bovenaan. Gebruikt is naar beneden afgerond op een tiende; wat altijd wordt betaald, telt niet mee",
                [new("Aanbieder", Share: 2), new("Stand"), Number("Plafond"), Number("Telt mee"), Number("Gebruikt"), new("Tot en met"), new("Gesprek")],
                [
                    .. view.Ceilings.Select(ceiling => new[]
                    {
                        ceiling.ProviderName ?? Dutch.Unknown, OverviewWords.CeilingState(ceiling.State), Dutch.Euro(ceiling.AmountCents), Dutch.Euro(ceiling.CountedCents),
                        OverviewWords.Used(ceiling), OverviewWords.LastDay(ceiling.Until), OverviewWords.Meeting(ceiling),
                    }),
                ]),
        ]);

    private static Section Stops(OverviewView view) => Section.Of(
        "stops",
        "Wie neemt geen nieuwe cliënten aan",
        view.Stops.Count == 0 ? [$"Er is geen cliëntenstop bekend die op {Dutch.Day(view.Day)} geldt."] : [],
        view.Stops.Count == 0 ? [] : [
            new Table(
                "Cliëntenstops die op deze dag gelden",
                [new("Aanbieder"), new("Geldt voor", Share: 2), new("Afgekondigd door"), new("Vanaf"), new("Tot en met"), new("Aankondiging")],
                [
                    .. view.Stops.Select(stop => new[]
                    {
                        stop.ProviderName ?? Dutch.Unknown, OverviewWords.Scope(stop), OverviewWords.Declarer(stop.Declarer), Dutch.Day(stop.From),
                        OverviewWords.LastDay(stop.Until), stop.AnnouncedLate ? "te laat" : "op tijd",
                    }),
                ]),
        ]);

    private static string Tariff(ContractedProduct product) =>
        (product.LowestTariffCents == product.HighestTariffCents
            ? Dutch.Euro(product.LowestTariffCents)
            : $"{Dutch.Euro(product.LowestTariffCents)} tot {Dutch.Euro(product.HighestTariffCents)}") + $" per {Words.TariffUnit(product.Unit)}";

    private static Column Number(string name) => new(name, IsNumber: true);
}
