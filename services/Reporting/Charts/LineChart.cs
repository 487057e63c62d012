using System.Globalization;
using System.Xml.Linq;
using Regio.Reporting.Computing;
using Regio.Reporting.Pages;

namespace Regio.Reporting.Charts;

/// <summary>A series through the years: a line that stops where the series was broken, and what may come with its margin.</summary>
internal static class LineChart
{
    private const decimal Height = 200;
    private const decimal Left = 52;
    private const decimal Right = 14;
    private const decimal Top = 10;
    private const decimal Bottom = 22;
    private const int MostYearLabels = 6;

    /// <summary>The chart; empty for a series of one year, which is no line.</summary>
    public static string Of(SeriesView view)
    {
        var id = $"beeld-{view.Indicator.Id}";
        var years = view.Segments.SelectMany(segment => segment.Years).ToList();
        if (years.Count < 2)
            return "";
        var coming = view.Forecast?.Years ?? [];
        var frame = new Frame(
            years[0].Year,
            Math.Max(years[^1].Year, coming.Select(year => year.Year).DefaultIfEmpty().Max()),
            ChartScale.Of([.. years.Select(year => year.Value), .. coming.SelectMany(year => new[] { year.Low, year.High })]));
        return Svg.Chart(
            id,
            $"{view.Indicator.Name} van {years[0].Year} tot en met {frame.LastYear}",
            Description(view, years),
            Height,
            [.. Grid(frame), .. Band(frame, years[^1], coming), .. view.Breaks.Select(cut => Break(frame, cut)), .. view.Segments.SelectMany(segment => Segment(frame, segment))]);
    }

    private static string Description(SeriesView view, List<YearFigure> years) =>
        $"Een lijn van {Dutch.Amount(years[0].Value)} in {years[0].Year} naar {Dutch.Amount(years[^1].Value)} in {years[^1].Year}."
        + (view.Breaks.Count > 0 ? " Een stippellijn staat waar anders is geteld; de lijn stopt daar." : "")
        + (view.Forecast is null ? "" : " De streeplijn is een raming, het vlak de marge.")
        + " Alle waarden staan in de tabel.";

    private static IEnumerable<XElement> Grid(Frame frame)
    {
        foreach (var tick in frame.Scale.Ticks)
        {
            yield return Svg.Line(Left, frame.Y(tick), Svg.Width - Right, frame.Y(tick), tick == 0 ? "axis" : "grid");
            yield return Svg.Text(Left - 6, frame.Y(tick) + 4, Dutch.Amount(tick), "end", "soft");
        }

        var step = Math.Max(1, (int)Math.Ceiling((frame.LastYear - frame.FirstYear + 1) / (double)MostYearLabels));
        for (var year = frame.FirstYear; year <= frame.LastYear; year += step)
            yield return Svg.Text(frame.X(year), Height - 6, year.ToString(CultureInfo.InvariantCulture), "middle", "soft");
    }

    private static IEnumerable<XElement> Band(Frame frame, YearFigure last, IReadOnlyList<ForecastYear> coming)
    {
        if (coming.Count == 0)
            yield break;
        (decimal X, decimal Y) start = (frame.X(last.Year), frame.Y(last.Value));
        yield return Svg.Area(
            [start, .. coming.Select(year => (frame.X(year.Year), frame.Y(year.High))), .. coming.Reverse().Select(year => (frame.X(year.Year), frame.Y(year.Low)))], "band");
        yield return Svg.Through([start, .. coming.Select(year => (frame.X(year.Year), frame.Y(year.Value)))], "forecast");
    }

    private static XElement Break(Frame frame, SeriesBreak cut) => Svg.Line(frame.X(cut.Day.Year - 0.5m), Top, frame.X(cut.Day.Year - 0.5m), Height - Bottom, "break");

    private static IEnumerable<XElement> Segment(Frame frame, Segment segment) =>
    [
        Svg.Through(segment.Years.Select(year => (frame.X(year.Year), frame.Y(year.Value))), "series"),
        .. segment.Years.Select(year => Svg.Dot(frame.X(year.Year), frame.Y(year.Value))),
    ];

    /// <summary>Where years and values lie.</summary>
    private sealed record Frame(int FirstYear, int LastYear, ChartScale Scale)
    {
        public decimal X(decimal year) => Left + 8 + ((year - FirstYear) / (LastYear - FirstYear) * (Svg.Width - Left - Right - 16));

        public decimal Y(decimal value) => Height - Bottom - (Scale.Place(value) * (Height - Top - Bottom));
    }
}
