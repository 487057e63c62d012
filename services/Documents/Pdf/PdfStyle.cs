using PdfSharp.Drawing;

namespace Regio.Documents.Pdf;

/// <summary>Letters, colours and measures of the paper, in points.</summary>
/// <param name="scale">How large everything is; 1 unless much must stand on one page.</param>
internal sealed class PdfStyle(double scale)
{
    public const double PageWidth = 595.28;
    public const double PageHeight = 841.89;
    public const double Side = 54;
    public const double Top = 58;
    public const double Bottom = PageHeight - 58;
    public const double Width = PageWidth - (2 * Side);

    public static readonly XColor Band = XColor.FromArgb(0xED, 0xF2, 0xF7);
    public static readonly XColor Rule = XColor.FromArgb(0xC6, 0xCF, 0xD8);
    public static readonly XColor Accent = XColor.FromArgb(0x12, 0x3A, 0x63);

    private static readonly XColor Ink = XColor.FromArgb(0x1C, 0x21, 0x26);
    private static readonly XColor SoftInk = XColor.FromArgb(0x54, 0x5C, 0x64);

    public static readonly Letters Furniture = new(8, Bold: false, SoftInk);

    public Letters Title { get; } = new(21 * scale, Bold: true, Accent);

    public Letters Lead { get; } = new(10.5 * scale, Bold: false, SoftInk);

    public Letters Heading { get; } = new(14 * scale, Bold: true, Accent);

    public Letters SubHeading { get; } = new(11 * scale, Bold: true, Accent);

    public Letters Body { get; } = new(10 * scale, Bold: false, Ink);

    public Letters Strong { get; } = new(10 * scale, Bold: true, Ink);

    public Letters Small { get; } = new(8.5 * scale, Bold: false, SoftInk);

    public Letters Cell { get; } = new(9.25 * scale, Bold: false, Ink);

    public Letters StrongCell { get; } = new(9.25 * scale, Bold: true, Ink);

    /// <summary>A distance that shrinks with the letters.</summary>
    public double Space(double points) => points * scale;
}
