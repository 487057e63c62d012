using Regio.Documents;
using Regio.Reporting.Computing;
using Regio.Reporting.Monitor;

namespace Regio.Reporting.Pages;

/// <summary>What is computed, in Dutch.</summary>
internal static class AnalysisText
{
    public const string NoCost = $"{Dutch.Unknown}: daarvoor zijn aantallen en kosten nodig van twee jaren die hetzelfde tellen en getoond mogen worden.";

    public static Document Of(AnalysisView view) => new(
        $"Analyse jeugdhulp {view.AreaName}",
        $"Berekend uit de cijfers die iedereen mag zien. Wat niet te berekenen is, staat er als “{Dutch.Unknown}”.",
        [Cost(view.Cost), .. view.Series.Select(series => SeriesSection(series, view.Compared.GetValueOrDefault(series.Indicator.Id) ?? [])), .. view.Savings.Count == 0 ? Array.Empty<Section>() : [Savings(view.Savings)]],
        "Een raming gaat uit van de jaren na de laatste reeksbreuk. Van twee methoden is de methode gebruikt die er in het verleden het minst naast zat; "
        + "de marge is zo groot als de grootste fout van toen, voor elk jaar vooruit opnieuw.");

    public static IReadOnlyList<Table> CostTables(CostExplanation? cost) => cost is null ? [] : [CostTable(cost)];

    private static Section Cost(CostExplanation? cost) => Section.Of(
        "kosten",
        "Waarom de kosten verschillen",
        cost is null ? [$"Dat is {NoCost}"] : [],
        CostTables(cost));

    private static Table CostTable(CostExplanation cost) => new(
        $"Kosten van trajecten in {cost.FromPeriod} en {cost.ToPeriod}. Prijs: het aantal van toen tegen het verschil in prijs. Aantal: het verschil in aantal tegen de prijs van toen. "
        + "Samen: het verschil in aantal tegen het verschil in prijs. De drie tellen tot op de cent op tot het verschil.",
        [new("Deel"), Number(cost.FromPeriod), Number(cost.ToPeriod), Number("Verschil"), Number("Prijs"), Number("Aantal"), Number("Samen")],
        [
            .. cost.Parts.Where(part => part.Breakdown.Length > 0).Append(cost.Total).Select(part => new[]
            {
                part.Breakdown.Length > 0 ? part.Breakdown.Replace("niveau=", "Niveau ", StringComparison.Ordinal) : "Totaal",
                Dutch.Euro(part.Before.Cents), Dutch.Euro(part.After.Cents), Dutch.Euro(part.Effects.DifferenceCents),
                Dutch.Euro(part.Effects.PriceCents), Dutch.Euro(part.Effects.VolumeCents), Dutch.Euro(part.Effects.InteractionCents),
            }),
        ],
        HasTotal: true);

    private static Section SeriesSection(SeriesView view, IReadOnlyList<ComparedArea> compared) => Section.Of(
        $"reeks-{view.Indicator.Id}",
        view.Indicator.Name,
        [.. Light(view), Trend(view.Segments[^1]), .. view.Breaks.Select(Break), Forecast(view.Forecast)],
        [Years(view), .. compared.Count == 0 ? Array.Empty<Table>() : [Compared(view, compared)]]);

    private static IEnumerable<string> Light(SeriesView view) => view.Target is { } target
        ? [$"{Words.Light(view.Light)}. {target.Goal} Groen {Bound(target)} {Dutch.Amount(target.Green)}, oranje {Bound(target)} {Dutch.Amount(target.Amber)}. Bron: {Words.Source(target.Source.Title, target.Source.Place)}."]
        : [];

    private static string Bound(IndicatorTarget target) => target.HigherIsBetter ? "vanaf" : "tot en met";

    private static string Trend(Segment segment) => segment.YearlyChange is { } change
        ? $"{Words.Direction(segment.Direction)}: gemiddeld {Dutch.Amount(Math.Round(change, 2))} per jaar, over {segment.Years.Count} jaren."
        : $"{Words.Direction(segment.Direction)}: er is maar een jaar.";

    private static string Break(SeriesBreak cut) =>
        $"Reeksbreuk op {Dutch.Day(cut.Day)}: {cut.Reason} Jaren ervoor en erna zijn niet vergeleken. Bron: {Words.Source(cut.SourceTitle, cut.SourcePlace)}.";

    private static string Forecast(Forecast? forecast) => forecast is null
        ? $"Raming: {Dutch.Unknown}; daarvoor zijn {Computing.Forecast.LeastYears} jaren nodig die hetzelfde tellen en getoond mogen worden."
        : $"De raming is getoetst op {forecast.TestedYears} jaren: gemiddeld {Dutch.Amount(forecast.MeanError)} ernaast, hoogstens {Dutch.Amount(forecast.LargestError)}.";

    private static Table Years(SeriesView view) => new(
        "De jaren en wat de komende jaren kunnen brengen",
        [new("Jaar"), Number("Waarde"), new("Bron", Share: 3)],
        [
            .. view.Segments.SelectMany(segment => segment.Years).Select(year => new[]
            {
                $"{year.Year}", $"{year.Observation.Value} {Dutch.Unit(year.Observation.Unit)}".Trim(), Words.Source(year.Observation.SourceTitle, year.Observation.SourcePlace),
            }),
            .. (view.Forecast?.Years ?? []).Select(year => new[]
            {
                $"{year.Year} (raming)", $"{Dutch.Amount(year.Value)} ({Dutch.Amount(year.Low)} tot {Dutch.Amount(year.High)})", "Berekend uit de jaren hierboven",
            }),
        ]);

    private static Table Compared(SeriesView view, IReadOnlyList<ComparedArea> compared) => new(
        $"Het laatste jaar naast grotere gebieden{(view.Indicator.Additive ? ". Dit zijn aantallen: een groter gebied heeft er meer" : "")}",
        [new("Gebied"), Number("Waarde"), Number("Verschil met de eigen gemeente")],
        [.. compared.Select(area => new[] { area.AreaName, area.Observation?.Value ?? Dutch.Unknown, Dutch.Amount(area.Difference) })]);

    private static Section Savings(IReadOnlyList<SavingsView> savings) => Section.Of(
        "besparingen",
        "Wat van besparingen werd verwacht en wat ervan kwam",
        ["Wat er zonder de maatregel zou zijn gekomen, is geraamd uit de jaren ervoor. Een cijfer dat binnen de marge van die raming ligt, zegt niet of de maatregel werkt."],
        [.. savings.Select(Savings)]);

    private static Table Savings(SavingsView view) => new(
        $"{view.Scenario.Measure} ({view.Series.Indicator.Name}, vanaf {view.Scenario.FirstYear}). Aanname: {view.Scenario.Assumption} "
        + (view.Scenario.IsHindsight ? "Deze aanname is pas na het eerste jaar vastgelegd. " : "")
        + $"Bron: {Words.Source(view.Scenario.Source.Title, view.Scenario.Source.Place)}.",
        [new("Jaar"), Number("Verwacht verschil"), Number("Zonder maatregel"), Number("Cijfer"), Number("Verschil"), new("Oordeel", Share: 2)],
        [
            .. view.Effects.Select(effect => new[]
            {
                $"{effect.Expected.Year}", Dutch.Amount(effect.Expected.Change),
                effect.Without is { } without ? $"{Dutch.Amount(without.Value)} ({Dutch.Amount(without.Low)} tot {Dutch.Amount(without.High)})" : Dutch.Unknown,
                effect.Figure?.Observation.Value ?? Dutch.Unknown, Dutch.Amount(effect.Realised), Words.Savings(effect.Verdict),
            }),
        ]);

    private static Column Number(string name) => new(name, IsNumber: true);
}
