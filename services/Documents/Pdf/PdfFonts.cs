using System.Collections.Concurrent;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Regio.Documents.Pdf;

/// <summary>Letters of a size, in points.</summary>
internal sealed record Letters(double Size, bool Bold, XColor Color)
{
    public double LineHeight => Size * 1.35;

    public XFont Font => PdfFonts.Of(Size, Bold);

    public double Measure(string text) => PdfFonts.Measure(text, Bold) * Size;
}

/// <summary>
/// The letters of every PDF: Source Sans 3, carried along and put into the file, so that the machine needs no fonts and the
/// paper looks the same everywhere.
/// </summary>
internal static class PdfFonts
{
    private const string Family = "Source Sans 3";
    private const double MeasuredSize = 1000;

    private static readonly XPdfFontOptions Options = new(PdfFontEncoding.Unicode);
    private static readonly ConcurrentDictionary<(Rune Sign, bool Bold), double> Widths = new();

    // The library knows one place for fonts in the whole process.
    static PdfFonts() => GlobalFontSettings.FontResolver = new Embedded();

    public static XFont Of(double size, bool bold) => new(Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, Options);

    /// <summary>How wide a text is in letters of one point; the letters have no kerning.</summary>
    public static double Measure(string text, bool bold) => text.EnumerateRunes().Sum(sign => Widths.GetOrAdd((sign, bold), MeasureSign));

    private static double MeasureSign((Rune Sign, bool Bold) of)
    {
        using var paper = XGraphics.CreateMeasureContext(new XSize(MeasuredSize, MeasuredSize), XGraphicsUnit.Point, XPageDirection.Downwards);
        return paper.MeasureString(of.Sign.ToString(), Of(MeasuredSize, of.Bold), XStringFormats.Default).Width / MeasuredSize;
    }

    private sealed class Embedded : IFontResolver
    {
        private const string Regular = "SourceSans3-Regular";
        private const string SemiBold = "SourceSans3-SemiBold";

        public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? SemiBold : Regular);

        public byte[] GetFont(string faceName)
        {
            using var font = typeof(PdfFonts).Assembly.GetManifestResourceStream(faceName)!;
            var bytes = new byte[font.Length];
            font.ReadExactly(bytes);
            return bytes;
        }
    }
}
