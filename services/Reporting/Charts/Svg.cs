using System.Globalization;
using System.Xml.Linq;

namespace Regio.Reporting.Charts;

/// <summary>
/// Parts of a drawing inside a page. Colours come from the style of the page, so that a chart is light, dark or printed as
/// the page is; it is as wide as a small phone, so that its letters can be read there.
/// </summary>
internal static class Svg
{
    /// <summary>Width of every chart in its own units, which on a small phone are pixels.</summary>
    public const decimal Width = 360;

    private const decimal LetterWidth = 6.2m;

    /// <summary>A chart that is read aloud as its title and description.</summary>
    public static string Chart(string id, string title, string description, decimal height, IEnumerable<XElement> parts) => new XElement(
        "svg",
        new XAttribute("class", "chart"),
        new XAttribute("viewBox", $"0 0 {Number(Width)} {Number(height)}"),
        new XAttribute("role", "img"),
        new XAttribute("aria-labelledby", $"{id}-titel {id}-uitleg"),
        new XElement("title", new XAttribute("id", $"{id}-titel"), title),
        new XElement("desc", new XAttribute("id", $"{id}-uitleg"), description),
        parts).ToString(SaveOptions.DisableFormatting);

    public static XElement Text(decimal x, decimal y, string text, string anchor = "start", string kind = "") => new(
        "text", At("x", x), At("y", y), new XAttribute("text-anchor", anchor), kind.Length > 0 ? new XAttribute("class", kind) : null, text);

    public static XElement Line(decimal x1, decimal y1, decimal x2, decimal y2, string kind) =>
        new("line", At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2), new XAttribute("class", kind));

    public static XElement Bar(decimal x, decimal y, decimal width, decimal height) =>
        new("rect", At("x", x), At("y", y), At("width", width), At("height", height), new XAttribute("class", "bar"));

    public static XElement Dot(decimal x, decimal y) => new("circle", At("cx", x), At("cy", y), At("r", 3), new XAttribute("class", "dot"));

    public static XElement Through(IEnumerable<(decimal X, decimal Y)> points, string kind) => new("polyline", Points(points), new XAttribute("class", kind));

    public static XElement Area(IEnumerable<(decimal X, decimal Y)> points, string kind) => new("polygon", Points(points), new XAttribute("class", kind));

    /// <summary>As much of a text as fits, with three dots where some is left out.</summary>
    public static string Fit(string text, decimal width)
    {
        var most = (int)(width / LetterWidth);
        return text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
    }

    private static XAttribute Points(IEnumerable<(decimal X, decimal Y)> points) => new("points", string.Join(' ', points.Select(p => $"{Number(p.X)},{Number(p.Y)}")));

    private static XAttribute At(string name, decimal value) => new(name, Number(value));

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
