using System.Xml.Linq;
using Regio.Reporting.Pages;

namespace Regio.Reporting.Charts;

/// <summary>One bar.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Value">How long it is; absent where it is not known or not shown.</param>
/// <param name="Text">The value as people read it.</param>
internal sealed record Bar(string Name, decimal? Value, string Text);

/// <summary>Bars below each other, each with its name before it and its value behind it.</summary>
internal static class BarChart
{
    private const decimal RowHeight = 22;
    private const decimal Thickness = 14;
    private const decimal NameWidth = 112;
    private const decimal TextWidth = 66;
    private const decimal Room = Svg.Width - NameWidth - TextWidth;

    /// <summary>The chart; empty where no value is known.</summary>
    /// <param name="id">Name of the chart within its page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="bars">The bars, in order.</param>
    public static string Of(string id, string title, IReadOnlyList<Bar> bars)
    {
        var known = bars.Where(bar => bar.Value is not null).ToList();
        if (known.Count == 0)
            return "";
        var scale = ChartScale.Of(known.Select(bar => bar.Value!.Value));
        var most = known.MaxBy(bar => bar.Value)!;
        return Svg.Chart(
            id,
            title,
            $"Staven voor {bars.Count} namen. Het grootst is {most.Name}: {most.Text}. Alle waarden staan in de tabel.",
            bars.Count * RowHeight,
            bars.SelectMany((bar, i) => Row(bar, i * RowHeight, scale)).Append(Zero(scale, bars.Count * RowHeight)));
    }

    private static IEnumerable<XElement> Row(Bar bar, decimal top, ChartScale scale)
    {
        var line = top + (RowHeight / 2) + 4;
        yield return Svg.Text(0, line, Svg.Fit(bar.Name, NameWidth));
        if (bar.Value is not { } value)
        {
            yield return Svg.Text(X(0, scale) + 4, line, Dutch.Unknown, kind: "soft");
            yield break;
        }

        var (from, to) = (X(Math.Min(value, 0), scale), X(Math.Max(value, 0), scale));
        yield return Svg.Bar(from, top + ((RowHeight - Thickness) / 2), to - from, Thickness);
        yield return Svg.Text(to + 4, line, bar.Text);
    }

    private static XElement Zero(ChartScale scale, decimal height) => Svg.Line(X(0, scale), 0, X(0, scale), height, "axis");

    private static decimal X(decimal value, ChartScale scale) => NameWidth + (scale.Place(value) * Room);
}
