namespace Regio.Reporting.Reports;

/// <summary>Lays the sections of one page out from top to bottom; measures only, or draws as well.</summary>
internal sealed class PdfLayout(PdfPaper paper, double letters, bool draws)
{
    private const double Margin = 42;
    private const double FootHeight = 18;
    private const double Spacing = 1.3;
    private const double CellGap = 4;

    private readonly Letters _plain = new(letters, Bold: false);
    private readonly Letters _bold = new(letters, Bold: true);
    private readonly Letters _small = new(letters * 0.9, Bold: false);
    private readonly Letters _heading = new(letters * 1.3, Bold: true);
    private readonly Letters _title = new(letters * 1.8, Bold: true);

    private double _y = Margin;

    private static double Width => PdfPaper.Width - (2 * Margin);

    /// <summary>Whether the page holds all that belongs on it.</summary>
    public bool Fits(ReportDocument report, int page)
    {
        if (page == 1)
        {
            Text(report.Title, _title);
            Text(report.Lead, _plain);
        }

        foreach (var section in report.Sections.Where(section => section.Page == page))
            Section(section);
        if (page == report.Sections.Max(section => section.Page))
            Text(report.Foot, _small);
        return _y <= PdfPaper.Height - Margin - FootHeight;
    }

    public static void Foot(PdfPaper paper, string text) => paper.Text(text, bold: false, size: 8, Margin, PdfPaper.Height - Margin + 8);

    private void Section(ReportSection section)
    {
        _y += letters * 0.6;
        Text(section.Heading, _heading);
        foreach (var paragraph in section.Paragraphs)
            Text(paragraph, _plain);
        foreach (var table in section.Tables)
            Table(table);
    }

    private void Text(string text, Letters font)
    {
        foreach (var line in Lines(text, font, Width))
        {
            _y += font.Size * Spacing;
            if (draws)
                paper.Text(line, font.Bold, font.Size, Margin, _y);
        }

        _y += letters * 0.3;
    }

    private void Table(ReportTable table)
    {
        Text(table.Caption, _small);
        Row(table.Columns, [.. table.Columns.Select(column => column.Name)], _bold);
        foreach (var row in table.Rows)
            Row(table.Columns, row, _plain);
        _y += letters * 0.5;
    }

    private void Row(IReadOnlyList<ReportColumn> columns, IReadOnlyList<string> cells, Letters font)
    {
        var share = Width / columns.Sum(column => column.Share);
        var lines = cells.Select((cell, i) => Lines(cell, font, (columns[i].Share * share) - CellGap)).ToList();
        var height = lines.Max(cell => cell.Count) * font.Size * Spacing;
        if (draws)
        {
            var x = Margin;
            for (var i = 0; i < columns.Count; i++)
            {
                Cell(lines[i], font, x, columns[i].Share * share, columns[i].IsNumber);
                x += columns[i].Share * share;
            }

            paper.Line(Margin, _y + height + 2, Width);
        }

        _y += height + 3;
    }

    private void Cell(List<string> lines, Letters font, double x, double width, bool right)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var left = right ? x + width - CellGap - font.Measure(lines[i]) : x;
            paper.Text(lines[i], font.Bold, font.Size, left, _y + ((i + 1) * font.Size * Spacing));
        }
    }

    /// <summary>Breaks at spaces; a word that is longer than a line stays whole.</summary>
    private static List<string> Lines(string text, Letters font, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.Measure(longer) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>Letters of a size.</summary>
    private sealed record Letters(double Size, bool Bold)
    {
        public double Measure(string text) => PdfPaper.Measure(text, Bold, Size);
    }
}
