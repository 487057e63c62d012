using System.Globalization;
using System.Text;

namespace Regio.Reporting.Reports;

/// <summary>
/// A PDF of A4 pages with text and lines, in the letters that every reader has (Helvetica). It holds nothing of the moment
/// or the machine: the same content gives the same bytes (ISO 32000-1, clause 7.5 and annex D).
/// </summary>
internal sealed class PdfPaper
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private const int Accented = 556;

    // Widths of Helvetica from the space to the tilde, in thousandths of the size of the letters.
    private static readonly int[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    // Bold letters are at most so much wider.
    private const double BoldFactor = 1.08;

    private readonly List<StringBuilder> _pages = [];

    /// <summary>How wide a text is.</summary>
    public static double Measure(string text, bool bold, double size) =>
        text.Sum(c => c is >= ' ' and <= '~' ? Widths[c - ' '] : Accented) * size / 1000 * (bold ? BoldFactor : 1);

    public void AddPage() => _pages.Add(new StringBuilder());

    /// <summary>Writes on the last page; y counts from the top.</summary>
    public void Text(string text, bool bold, double size, double x, double y)
    {
        var page = _pages[^1];
        page.Append(CultureInfo.InvariantCulture, $"BT /{(bold ? "B" : "R")} {size:0.##} Tf {x:0.##} {Height - y:0.##} Td <");
        foreach (var c in text)
            page.Append(CultureInfo.InvariantCulture, $"{Code(c):X2}");
        page.Append("> Tj ET\n");
    }

    /// <summary>Draws a thin line from left to right.</summary>
    public void Line(double x, double y, double width) =>
        _pages[^1].Append(CultureInfo.InvariantCulture, $"0.8 G 0.5 w {x:0.##} {Height - y:0.##} m {x + width:0.##} {Height - y:0.##} l S\n");

    public byte[] Write(string title)
    {
        var kids = string.Join(' ', _pages.Select((_, i) => $"{6 + (2 * i)} 0 R"));
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) /ViewerPreferences << /DisplayDocTitle true >> >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {_pages.Count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            $"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}> /Creator (Regio) >>",
        ];
        for (var i = 0; i < _pages.Count; i++)
        {
            objects.Add(string.Create(CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents {7 + (2 * i)} 0 R >>"));
            objects.Add($"<< /Length {_pages[i].Length} >>\nstream\n{_pages[i]}endstream");
        }

        return Encoding.ASCII.GetBytes(File(objects));
    }

    private static string File(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToString();
    }

    /// <summary>The code of a letter in WinAnsiEncoding; a question mark for one that it lacks.</summary>
    private static int Code(char letter) => letter switch
    {
        '\u20AC' => 0x80,
        '\u2026' => 0x85,
        '\u2018' => 0x91,
        '\u2019' => 0x92,
        '\u201C' => 0x93,
        '\u201D' => 0x94,
        '\u2013' => 0x96,
        '\u2212' => '-',
        < '\u0080' or (>= '\u00A0' and <= '\u00FF') => letter,
        _ => '?',
    };
}
