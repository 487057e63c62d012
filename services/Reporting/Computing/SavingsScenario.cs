using Regio.ServiceDefaults.Facts;

namespace Regio.Reporting.Computing;

/// <summary>Whether a measure changed what it was to change, as far as the figures tell.</summary>
internal enum SavingsVerdict
{
    /// <summary>The year has no figure yet.</summary>
    NotYetKnown,

    /// <summary>The years before the measure are too few to say what would have come without it.</summary>
    TooFewYears,

    /// <summary>The indicator counts something else since: the years are not compared.</summary>
    SeriesBreak,

    /// <summary>A year that is needed may not be seen.</summary>
    Hidden,

    /// <summary>The figure lies within the margin of what would have come without the measure.</summary>
    WithinMargin,

    /// <summary>At least what was assumed.</summary>
    Achieved,

    /// <summary>The right way, and less than was assumed.</summary>
    Partly,

    /// <summary>The other way.</summary>
    Opposite,
}

/// <summary>How much a measure is assumed to change a figure in a year.</summary>
internal sealed class ExpectedChange
{
    public required Guid ScenarioId { get; init; }

    public required int Year { get; init; }

    /// <summary>In the unit of the indicator; below zero is less.</summary>
    public required decimal Change { get; init; }
}

/// <summary>What came of an assumption in a year.</summary>
/// <param name="Expected">The assumption.</param>
/// <param name="Without">What would have come without the measure, forecast from the years before it; absent where that cannot be said.</param>
/// <param name="Figure">The figure of the year; absent where it is not known.</param>
/// <param name="Verdict">What that comes to.</param>
internal sealed record SavingsEffect(ExpectedChange Expected, ForecastYear? Without, YearFigure? Figure, SavingsVerdict Verdict)
{
    /// <summary>The figure less what would have come without the measure.</summary>
    public decimal? Realised => Figure?.Value - Without?.Value;
}

/// <summary>A measure that is to save, with what is assumed of it, written down so that it can be held against what came.</summary>
internal sealed class SavingsScenario
{
    public required Guid Id { get; init; }

    public required string Indicator { get; init; }

    public required string AreaId { get; init; }

    /// <summary>What is done, in Dutch.</summary>
    public required string Measure { get; init; }

    /// <summary>Why it is to work, in Dutch.</summary>
    public required string Assumption { get; init; }

    /// <summary>The first year in which it can be seen in the figures.</summary>
    public required int FirstYear { get; init; }

    public required List<ExpectedChange> Expected { get; init; }

    public required Source Source { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>Whether it was written down when its first year was over: then it was no assumption any more.</summary>
    public bool IsHindsight => RecordedAt.Year > FirstYear;

    /// <summary>What came of each assumption, by year.</summary>
    /// <param name="series">The figures of the indicator in the area.</param>
    public IReadOnlyList<SavingsEffect> EffectsIn(SeriesView series)
    {
        var basis = series.Segments.LastOrDefault(segment => segment.Years[0].Year < FirstYear);
        return [.. Expected.OrderBy(expected => expected.Year).Select(expected => Effect(expected, basis, series))];
    }

    private SavingsEffect Effect(ExpectedChange expected, Segment? basis, SeriesView series)
    {
        var figure = series.Segments.SelectMany(segment => segment.Years).FirstOrDefault(year => year.Year == expected.Year);
        if (series.HiddenPeriods.Count > 0)
            return new(expected, Without: null, Figure: null, SavingsVerdict.Hidden);
        if (figure is not null && (basis is null || !basis.Years.Contains(figure)))
            return new(expected, Without: null, figure, basis is null ? SavingsVerdict.TooFewYears : SavingsVerdict.SeriesBreak);
        var without = Without(expected.Year, basis, series.Indicator.Signed);
        return new(expected, without, figure, (figure, without) switch
        {
            (null, _) => SavingsVerdict.NotYetKnown,
            (_, null) => SavingsVerdict.TooFewYears,
            _ => Judge(expected.Change, figure.Value, without),
        });
    }

    private ForecastYear? Without(int year, Segment? basis, bool mayBeNegative)
    {
        List<YearFigure> before = [.. (basis?.Years ?? []).Where(known => known.Year < FirstYear)];
        return before.Count == 0 ? null : Forecast.Of(new Segment(before), year - before[^1].Year, mayBeNegative)?.Years[^1];
    }

    private static SavingsVerdict Judge(decimal assumed, decimal figure, ForecastYear without)
    {
        var realised = figure - without.Value;
        if (figure >= without.Low && figure <= without.High)
            return SavingsVerdict.WithinMargin;
        if (Math.Sign(realised) != Math.Sign(assumed))
            return SavingsVerdict.Opposite;
        return Math.Abs(realised) >= Math.Abs(assumed) ? SavingsVerdict.Achieved : SavingsVerdict.Partly;
    }
}
