using System.Globalization;
using System.Runtime.InteropServices;
using Regio.Reporting.Figures;

namespace Regio.Reporting.Computing;

/// <summary>A day on which an indicator began to count something else, so that years before and after are not compared.</summary>
internal sealed record SeriesBreak
{
    public required string Indicator { get; init; }

    /// <summary>First day of the new way of counting.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What changed, in Dutch.</summary>
    public required string Reason { get; init; }

    public required string SourceTitle { get; init; }

    public required string SourcePlace { get; init; }
}

/// <summary>A figure of a year.</summary>
internal sealed record YearFigure(int Year, decimal Value, Observation Observation);

/// <summary>Years that count the same, without a break among them.</summary>
internal sealed record Segment(IReadOnlyList<YearFigure> Years)
{
    /// <summary>Change for each year, by least squares; unknown for fewer than two years.</summary>
    public decimal? YearlyChange => Years.Count < 2 ? null : Line.Through([.. Years.Select(year => (year.Year, year.Value))]).Slope;

    /// <summary>Where it goes: a change of less than one percent of the mean a year is none.</summary>
    public Direction Direction => YearlyChange switch
    {
        null => Direction.Unknown,
        { } change when Math.Abs(change) * 100 < Math.Abs(Years.Average(year => year.Value)) || change == 0 => Direction.Level,
        > 0 => Direction.Rising,
        _ => Direction.Falling,
    };
}

/// <summary>Where a series goes.</summary>
internal enum Direction
{
    Unknown,
    Level,
    Rising,
    Falling,
}

/// <summary>Cuts a series of years where it was broken.</summary>
internal static class Series
{
    /// <summary>The whole years among figures that are numbers, by year.</summary>
    public static IReadOnlyList<YearFigure> Years(IEnumerable<Observation> figures) =>
    [
        .. figures.Where(o => o.ValueNumeric is not null && o.Period.Length == 4 && o.Period.All(char.IsAsciiDigit))
            .Select(o => new YearFigure(int.Parse(o.Period, CultureInfo.InvariantCulture), o.ValueNumeric!.Value, o))
            .OrderBy(year => year.Year),
    ];

    /// <summary>The segments in order. A year in which the break falls after its first day still counts as before.</summary>
    public static IReadOnlyList<Segment> Cut(IReadOnlyList<YearFigure> years, IReadOnlyCollection<SeriesBreak> breaks) =>
        [.. years.GroupBy(year => breaks.Count(b => b.Day <= new DateOnly(year.Year, 1, 1))).Select(group => new Segment([.. group]))];

    /// <summary>The break that lies between two periods; null when they count the same.</summary>
    public static SeriesBreak? Between(string earlier, string later, IEnumerable<SeriesBreak> breaks) => breaks.FirstOrDefault(b =>
        string.CompareOrdinal(earlier, 0, b.Day.ToString("yyyy", CultureInfo.InvariantCulture), 0, 4) < 0
        && string.CompareOrdinal(later, 0, b.Day.ToString("yyyy", CultureInfo.InvariantCulture), 0, 4) >= 0);
}

/// <summary>A straight line.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Line(decimal Slope, decimal MeanX, decimal MeanY)
{
    public decimal At(int x) => MeanY + (Slope * (x - MeanX));

    /// <summary>The line nearest to the points by least squares.</summary>
    public static Line Through(IReadOnlyList<(int X, decimal Y)> points)
    {
        var (meanX, meanY) = (points.Average(p => (decimal)p.X), points.Average(p => p.Y));
        var spread = points.Sum(p => (p.X - meanX) * (p.X - meanX));
        return new(spread == 0 ? 0 : points.Sum(p => (p.X - meanX) * (p.Y - meanY)) / spread, meanX, meanY);
    }
}
