using System.Globalization;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Computing;

/// <summary>From what is computed to its messages.</summary>
internal static class ComputingMapping
{
    public static V1.ExplainCostResponse ToProto(this CostExplanation explanation) => new()
    {
        Parts = { explanation.Parts.Select(ToProto) },
        Total = explanation.Total.ToProto(),
    };

    public static V1.AnalyseSeriesResponse ToProto(this SeriesView view) => new()
    {
        Segments = { view.Segments.Select(ToProto) },
        Breaks = { view.Breaks.Select(b => new V1.SeriesBreak { Day = b.Day.ToProto(), Reason = b.Reason, Source = new() { Title = b.SourceTitle, Place = b.SourcePlace } }) },
        HiddenPeriods = { view.HiddenPeriods },
        Forecast = view.Forecast?.ToProto(),
        Target = view.Target?.ToProto(),
        Light = (V1.TrafficLight)((int)view.Light + 1),
    };

    public static V1.ComparedArea ToProto(this ComparedArea area) => new()
    {
        AreaId = area.AreaId,
        AreaName = area.AreaName,
        Number = Number(area.Observation?.ValueNumeric),
        Hidden = area.Observation is { } figure && ShieldReader.IsHidden(figure),
        Version = area.Observation?.Version ?? 0,
        Difference = Number(area.Difference),
        Source = area.Observation is { } from ? new() { Title = from.SourceTitle, Place = from.SourcePlace } : null,
    };

    public static V1.TrajectoryBalance ToProto(this BalanceView view) => new()
    {
        Period = view.Period,
        Breakdown = view.Breakdown,
        Begin = Number(view.Balance.Begin),
        In = Number(view.Balance.In),
        Out = Number(view.Balance.Out),
        End = Number(view.Balance.End),
        Difference = Number(view.Balance.Difference),
    };

    public static V1.IndicatorTarget ToProto(this IndicatorTarget target) => new()
    {
        IndicatorId = target.Indicator,
        AreaId = target.AreaId,
        HigherIsBetter = target.HigherIsBetter,
        Green = Number(target.Green),
        Amber = Number(target.Amber),
        Period = target.Validity.ToProto(),
        Goal = target.Goal,
        Source = target.Source.ToProto(),
    };

    public static V1.SavingsScenario ToProto(this SavingsScenario scenario) => new()
    {
        Id = scenario.Id.ToString("D"),
        IndicatorId = scenario.Indicator,
        AreaId = scenario.AreaId,
        Measure = scenario.Measure,
        Assumption = scenario.Assumption,
        FirstYear = scenario.FirstYear,
        Expected = { scenario.Expected.OrderBy(e => e.Year).Select(e => new V1.ExpectedChange { Year = e.Year, Change = Number(e.Change) }) },
        Source = scenario.Source.ToProto(),
        Hindsight = scenario.IsHindsight,
    };

    public static V1.SavingsScenarioEffects ToProto(this SavingsView view) => new()
    {
        Scenario = view.Scenario.ToProto(),
        Effects = { view.Effects.Select(ToProto) },
    };

    private static V1.SavingsEffect ToProto(SavingsEffect effect) => new()
    {
        Year = effect.Expected.Year,
        Expected = Number(effect.Expected.Change),
        Without = effect.Without is { } without ? new() { Year = without.Year, Number = Number(without.Value), Low = Number(without.Low), High = Number(without.High) } : null,
        Figure = effect.Figure is { } figure ? new() { Year = figure.Year, Number = Number(figure.Value), Version = figure.Observation.Version } : null,
        Realised = Number(effect.Realised),
        Verdict = (V1.SavingsVerdict)((int)effect.Verdict + 1),
    };

    private static V1.CostPart ToProto(this CostPart part) => new()
    {
        Breakdown = part.Breakdown,
        VolumeBefore = part.Before.Volume,
        VolumeAfter = part.After.Volume,
        CentsBefore = part.Before.Cents,
        CentsAfter = part.After.Cents,
        AverageCentsBefore = PriceVolume.AverageCents(part.Before) ?? 0,
        AverageCentsAfter = PriceVolume.AverageCents(part.After) ?? 0,
        PriceCents = part.Effects.PriceCents,
        VolumeCents = part.Effects.VolumeCents,
        InteractionCents = part.Effects.InteractionCents,
    };

    private static V1.SeriesSegment ToProto(Segment segment) => new()
    {
        Years = { segment.Years.Select(year => new V1.SeriesYear { Year = year.Year, Number = Number(year.Value), Version = year.Observation.Version }) },
        YearlyChange = Number(segment.YearlyChange is { } change ? Math.Round(change, 6) : null),
        Direction = (V1.Direction)((int)segment.Direction + 1),
    };

    private static V1.SeriesForecast ToProto(this Forecast forecast) => new()
    {
        Method = forecast.Method,
        MeanError = Number(forecast.MeanError),
        LargestError = Number(forecast.LargestError),
        TestedYears = forecast.TestedYears,
        Years = { forecast.Years.Select(year => new V1.ForecastYear { Year = year.Year, Number = Number(year.Value), Low = Number(year.Low), High = Number(year.High) }) },
    };

    private static string Number(decimal? number) => number?.ToString("0.#########", CultureInfo.InvariantCulture) ?? "";
}
