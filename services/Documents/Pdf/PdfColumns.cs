namespace Regio.Documents.Pdf;

/// <summary>A column with its place on the page.</summary>
internal sealed record PlacedColumn(double Left, double Width, bool IsNumber);

/// <summary>
/// Divides the width of the page over the columns of a table: each has what its texts need, numbers before all; what is
/// left goes by share, and what is short is taken from texts that can be broken.
/// </summary>
internal static class PdfColumns
{
    // Of the width of the page: a longer word is broken, so that it does not take the room of all others.
    private const double WidestWord = 0.3;

    public static IReadOnlyList<PlacedColumn> Of(Table table, Letters head, Letters cell, double gap)
    {
        var room = PdfStyle.Width - (gap * 2 * table.Columns.Count);
        var widths = Widths(table, [.. table.Columns.Select((column, i) => Needed(table, column, i, head, cell))], room);
        var left = PdfStyle.Side;
        var placed = new List<PlacedColumn>();
        for (var i = 0; i < widths.Length; i++)
        {
            placed.Add(new PlacedColumn(left + gap, widths[i], table.Columns[i].IsNumber));
            left += widths[i] + (2 * gap);
        }

        return placed;
    }

    private static (double Least, double Whole) Needed(Table table, Column column, int index, Letters head, Letters cell)
    {
        var texts = table.Rows.Select(row => CleanText.Of(row[index])).ToList();
        var whole = texts.Select(cell.Measure).Append(head.Measure(CleanText.Of(column.Name))).Max();
        var word = Math.Min(texts.Select(text => PdfLines.WidestPart(text, cell)).DefaultIfEmpty().Max(), PdfStyle.Width * WidestWord);
        var number = column.IsNumber ? texts.Select(cell.Measure).DefaultIfEmpty().Max() : 0;
        return (Math.Max(Math.Max(word, number), PdfLines.WidestPart(column.Name, head)), whole);
    }

    private static double[] Widths(Table table, (double Least, double Whole)[] needed, double room)
    {
        var whole = needed.Sum(column => column.Whole);
        if (whole <= room)
        {
            var shares = table.Columns.Sum(column => column.Share);
            return [.. needed.Select((column, i) => column.Whole + ((room - whole) * table.Columns[i].Share / shares))];
        }

        var modest = Modest(needed, room);
        var taken = modest.Sum(i => needed[i].Whole);
        var rest = needed.Where((_, i) => !modest.Contains(i)).ToList();
        return [.. needed.Select((column, i) => modest.Contains(i) ? column.Whole : Shortened(column, rest, room - taken))];
    }

    /// <summary>The columns that need no more than their part of what the others leave: they are not broken.</summary>
    private static HashSet<int> Modest((double Least, double Whole)[] needed, double room)
    {
        var modest = new HashSet<int>();
        foreach (var (column, i) in needed.Select((column, i) => (column, i)).OrderBy(c => c.column.Whole))
        {
            if (column.Whole > room / (needed.Length - modest.Count))
                break;
            modest.Add(i);
            room -= column.Whole;
        }

        return modest;
    }

    private static double Shortened((double Least, double Whole) column, List<(double Least, double Whole)> all, double room)
    {
        var (least, whole) = (all.Sum(c => c.Least), all.Sum(c => c.Whole));
        return least <= room ? column.Least + ((room - least) * (column.Whole - column.Least) / (whole - least)) : column.Least * room / least;
    }
}
