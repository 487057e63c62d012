using Regio.Documents;
using Regio.Reporting.Computing;
using Regio.Reporting.Figures;
using Regio.Reporting.Monitor;
using Regio.Reporting.Pages;
using Regio.Reporting.Rounds;

namespace Regio.Reporting.Reports;

/// <summary>
/// The council report in plain Dutch, two pages: what matters and the money on the first, the comparison, what is decided
/// and the sources on the second. It is a pure function of what it is made of.
/// </summary>
internal static class CouncilText
{
    private const string UseOfCare = "youth-care-use";
    private const int MostSeries = 4;

    private static readonly string[] CareIndicators = [UseOfCare, "youth-care-use-ratio"];
    private static readonly string[] RegionalIndicators = ["jhrd-spend", "jhrd-spend-care", "jhrd-spend-staff", "deficit-2017"];

    /// <summary>The indicators that a report shows as they are published, or explains the cost by.</summary>
    public static IReadOnlyList<string> Indicators { get; } = [.. CareIndicators, .. RegionalIndicators, ExplainCost.Volume, ExplainCost.Cost];

    public static Document Of(CouncilFigures made, string edition) => new(
        $"Raadsrapport jeugdhulp {made.Monitor.AreaName}",
        $"{edition}. Voor de gemeenteraad, in twee bladzijden. Elk cijfer staat er zoals het is gepubliceerd, met de bron. Wat wij niet weten, staat er als “{Dutch.Unknown}”.",
        [Short(made), Goals(made.Analysis), Money(made), Compared(made), CouncilRounds.Of(made.Rounds, made.Monitor.AreaId, page: 2), NotKnown(made), Sources(made)],
        "Aantallen van minder dan vijf kinderen staan er niet, en ook niet wat zo'n aantal zou verraden. Bedragen zijn tot op de cent; percentages staan er zoals gepubliceerd en zijn niet afgerond.",
        "Jeugdhulpregio Drenthe");

    /// <summary>The figures that the report shows or computes with.</summary>
    public static IReadOnlyList<Observation> Used(CouncilFigures made)
    {
        var cost = made.Analysis.Cost;
        return
        [
            .. made.Analysis.Series.SelectMany(series => series.Segments).SelectMany(segment => segment.Years).Select(year => year.Observation)
                .Concat(made.Figures.Where(o => IsCare(o) || IsRegional(o)))
                .Concat(made.Figures.Where(o => cost is not null && o.AreaId == cost.AreaId && o.Indicator is ExplainCost.Volume or ExplainCost.Cost && (o.Period == cost?.FromPeriod || o.Period == cost?.ToPeriod)))
                .Concat(made.Analysis.Compared.Values.SelectMany(areas => areas).Select(area => area.Observation).OfType<Observation>())
                .DistinctBy(o => (o.Indicator, o.AreaId, o.Period, o.Breakdown)),
        ];
    }

    private static Section Short(CouncilFigures made)
    {
        var own = made.Monitor.Municipalities.Single();
        return Section.Of(
            "kort",
            "In het kort",
            [
                own.Youth is { } youth
                    ? $"{own.Name} telt {Dutch.Number(youth)} jeugdigen ({own.AgeLabel}, {Dutch.Day(own.ReferenceDate)}{(own.YouthOf.Count > 0 ? $", opgeteld: {string.Join(", ", own.YouthOf)}" : "")}). Bron: {Words.Source(own.Source!.Title, own.Source.Place)}."
                    : $"Hoeveel jeugdigen {own.Name} telt, is {Dutch.Unknown}.",
                $"De gemeente koopt in met {(own.ProcurementRegionName.Length > 0 ? own.ProcurementRegionName : Dutch.Unknown)} en hoort bij de Jeugdhulpregio Drenthe.",
                made.Monitor.Cases.Total is { } cases
                    ? $"Bij de experttafel zijn of waren {Dutch.Number(cases)} casussen uit {own.Name}."
                    : "Het aantal casussen bij de experttafel staat er niet: het is klein, of zou een klein aantal van een andere gemeente verraden.",
            ],
            [],
            page: 1);
    }

    private static Section Goals(AnalysisView analysis)
    {
        var judged = analysis.Series.Where(series => series.Target is not null).ToList();
        return Section.Of(
            "doelen",
            "Doelen en resultaten",
            judged.Count == 0 ? [$"Streefwaarden zijn nog niet vastgesteld: of de doelen worden gehaald, is {Dutch.Unknown}."] : [],
            judged.Count == 0 ? [] : [new(
                "Hoe het staat met wat is afgesproken",
                [new("Doel", Share: 3), new("Laatste cijfer", IsNumber: true), new("Oordeel"), new("Richting")],
                [.. judged.Select(series => new[]
                {
                    series.Target!.Goal, $"{series.Segments[^1].Years[^1].Observation.Value} ({series.Segments[^1].Years[^1].Year})", Words.Light(series.Light), Words.Direction(series.Segments[^1].Direction),
                })])],
            page: 1);
    }

    private static Section Money(CouncilFigures made)
    {
        var own = made.Monitor.Municipalities.Single();
        return Section.Of(
            "geld",
            "Geld",
            [
                $"Van de kosten die de gemeenten samen delen, draagt {own.Name} {Dutch.Percentage(own.KeyPercentage)} volgens de verdeelsleutel"
                + (made.Monitor.KeySum is { } sum ? $" (de percentages tellen op tot {Dutch.Percentage(sum)}; daarvanaf is genormaliseerd)" : "")
                + $". Tot nu toe is dat {Dutch.Euro(own.AllocatedCents)}, in {(made.Monitor.AllocationCount == 1 ? "één verdeling" : $"{Dutch.Number(made.Monitor.AllocationCount)} verdelingen")}.",
                .. made.Analysis.Cost is null ? [$"Waarom de eigen kosten stijgen of dalen, is {AnalysisText.NoCost}"] : Array.Empty<string>(),
            ],
            [.. AnalysisText.CostTables(made.Analysis.Cost), .. Forecasts(made.Analysis), .. Table("Kosten in de regio", made.Figures.Where(IsRegional))],
            page: 1);
    }

    private static IEnumerable<Table> Forecasts(AnalysisView analysis)
    {
        var forecasts = analysis.Series.Where(series => series.Forecast is not null).Take(MostSeries).ToList();
        return forecasts.Count == 0 ? [] : [new(
            "Wat volgend jaar kan brengen, met de marge en hoeveel de raming er in eerdere jaren naast zat",
            [new("Cijfer", Share: 2), new("Raming", IsNumber: true, Share: 2), new("Gemiddeld ernaast", IsNumber: true)],
            [.. forecasts.Select(series => new[]
            {
                $"{series.Indicator.Name}, {series.Forecast!.Years[0].Year}",
                $"{Dutch.Amount(series.Forecast.Years[0].Value)} ({Dutch.Amount(series.Forecast.Years[0].Low)} tot {Dutch.Amount(series.Forecast.Years[0].High)})",
                Dutch.Amount(series.Forecast.MeanError),
            })])];
    }

    private static Section Compared(CouncilFigures made) => Section.Of(
        "vergelijking",
        "Eigen gemeente naast regio, provincie en land",
        made.Figures.Any(o => o.Indicator == UseOfCare && o.AreaId == made.Monitor.AreaId)
            ? []
            : [$"Hoeveel jeugdigen uit {made.Monitor.AreaName} jeugdzorg krijgen, is {Dutch.Unknown}. Van grotere gebieden is het wel gepubliceerd."],
        [
            .. Table("Gebruik van jeugdzorg. Het CBS telt jeugdzorg tot 23 jaar; deel deze cijfers niet door het aantal 0-18-jarigen", made.Figures.Where(IsCare).Select(o => Named(o, made))),
            .. made.Analysis.Series.Where(series => series.Indicator.Id != UseOfCare).Take(MostSeries)
                .Where(series => made.Analysis.Compared.ContainsKey(series.Indicator.Id))
                .Select(series => new Table(
                    $"{series.Indicator.Name}, {series.Segments[^1].Years[^1].Year}",
                    [new("Gebied", Share: 2), new("Waarde", IsNumber: true)],
                    [.. made.Analysis.Compared[series.Indicator.Id].Select(area => new[] { area.AreaName, area.Observation is { } o ? $"{o.Value} {Dutch.Unit(o.Unit)}".Trim() : Dutch.Unknown })])),
        ],
        page: 2);

    private static Section NotKnown(CouncilFigures made) => Section.Of(
        "onbekend",
        "Wat wij niet weten",
        [.. made.Figures.Where(o => o.ValueNumeric is null && o.Value == Dutch.Unknown && o.Scope is "all" or "own").Select(o => $"{o.Label} ({Dutch.Period(o.Period)}): {o.Remark}").Distinct(), $"Wachttijden per aanbieder: {Dutch.Unknown}."],
        [],
        page: 2);

    private static Section Sources(CouncilFigures made) => Section.Of(
        "bronnen",
        "Bronnen",
        [.. Used(made).Select(o => o.SourceTitle).Append(made.Monitor.KeySource?.Title ?? "").Where(title => title.Length > 0).Distinct().Order(StringComparer.Ordinal)],
        [],
        page: 2);

    private static IEnumerable<Table> Table(string caption, IEnumerable<Observation> figures)
    {
        var rows = figures.OrderBy(o => o.Rank).ThenBy(o => o.AreaId, StringComparer.Ordinal).ThenBy(o => o.Period, StringComparer.Ordinal).ToList();
        return rows.Count == 0 ? [] : [new(
            caption,
            [new("Cijfer", Share: 3), new("Periode"), new("Waarde", IsNumber: true), new("Bron", Share: 3)],
            [.. rows.Select(o => new[] { o.Label, Dutch.Period(o.Period), $"{o.Value} {Dutch.Unit(o.Unit)}".Trim(), Words.Source(o.SourceTitle, o.SourcePlace) })])];
    }

    /// <summary>What is read in is labelled by its indicator alone: in a table of one indicator the area says more.</summary>
    private static Observation Named(Observation figure, CouncilFigures made)
    {
        var name = figure.AreaId == made.Monitor.AreaId
            ? made.Monitor.AreaName
            : made.Analysis.Compared.Values.SelectMany(areas => areas).FirstOrDefault(area => area.AreaId == figure.AreaId)?.AreaName;
        return name is null || figure.Label.Contains(name, StringComparison.Ordinal) ? figure : figure with { Label = name };
    }

    private static bool IsCare(Observation o) => CareIndicators.Contains(o.Indicator) && o.Period is not "1997";

    private static bool IsRegional(Observation o) => RegionalIndicators.Contains(o.Indicator);
}
