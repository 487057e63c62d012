using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace Regio.Documents.Pdf;

/// <summary>A page that is drawn on; y counts from the top. What is read is tagged, what only adorns is marked as such.</summary>
internal sealed class PdfSheet(XGraphics paper, StructureBuilder tags)
{
    public void Begin(PdfBlockLevelElementTag tag) => tags.BeginElement(tag);

    public void Begin(PdfGroupingElementTag tag) => tags.BeginElement(tag);

    public void End() => tags.End();

    /// <summary>Writes lines below each other; the first stands under y.</summary>
    public void Lines(IReadOnlyList<string> lines, Letters letters, double x, double y, double? rightEdge = null)
    {
        var brush = new XSolidBrush(letters.Color);
        for (var i = 0; i < lines.Count; i++)
        {
            var left = rightEdge is { } edge ? edge - letters.Measure(lines[i]) : x;
            paper.DrawString(lines[i], letters.Font, brush, left, y + (i * letters.LineHeight) + (letters.Size * 1.02), XStringFormats.Default);
        }
    }

    public void Rule(double x, double y, double width, XColor color, double thickness = 0.5) => Adorn(() => Line(x, y, width, color, thickness));

    /// <summary>Draws a line from left to right, inside what is marked already.</summary>
    public void Line(double x, double y, double width, XColor color, double thickness = 0.5) =>
        paper.DrawLine(new XPen(color, thickness), x, y, x + width, y);

    public void Band(double x, double y, double width, double height, XColor color) => Adorn(() =>
        paper.DrawRectangle(new XSolidBrush(color), x, y, width, height));

    /// <summary>Draws what is no part of the text.</summary>
    public void Adorn(Action draw)
    {
        tags.BeginArtifact();
        draw();
        tags.End();
    }
}
