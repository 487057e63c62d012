using PdfSharp.UniversalAccessibility;

namespace Regio.Documents.Pdf;

/// <summary>What a row of a table looks like.</summary>
internal enum RowKind
{
    Plain,
    Head,
    Total,
}

/// <summary>A row of a table.</summary>
/// <param name="Cells">The lines of each cell.</param>
/// <param name="Columns">The columns with their places.</param>
/// <param name="Letters">The letters of the row.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="Padding">The space around the lines.</param>
internal sealed record PdfRowBox(IReadOnlyList<IReadOnlyList<string>> Cells, IReadOnlyList<PlacedColumn> Columns, Letters Letters, RowKind Kind, double Padding) : PdfBox
{
    /// <summary>Whether it has been written before, so that a reader need not hear it again.</summary>
    public bool Again { get; init; }

    public override double Height => (Cells.Max(cell => cell.Count) * Letters.LineHeight) + (2 * Padding);

    public override void Draw(PdfSheet sheet, double y)
    {
        if (Kind == RowKind.Head)
            sheet.Band(PdfStyle.Side, y, PdfStyle.Width, Height, PdfStyle.Band);
        if (Kind == RowKind.Total)
            sheet.Rule(PdfStyle.Side, y, PdfStyle.Width, PdfStyle.Accent, 0.75);
        sheet.Rule(PdfStyle.Side, y + Height, PdfStyle.Width, PdfStyle.Rule);
        if (Again)
            sheet.Adorn(() => DrawCells(sheet, y, tagged: false));
        else
            DrawRow(sheet, y);
    }

    public override (PdfBox Part, PdfBox Remainder)? Split(double height)
    {
        var count = (int)((height - (2 * Padding)) / Letters.LineHeight);
        return count < 1 || count >= Cells.Max(cell => cell.Count)
            ? null
            : (this with { Cells = [.. Cells.Select(cell => (IReadOnlyList<string>)[.. cell.Take(count)])] }, this with { Cells = [.. Cells.Select(cell => (IReadOnlyList<string>)[.. cell.Skip(count)])] });
    }

    private void DrawRow(PdfSheet sheet, double y)
    {
        sheet.Begin(PdfBlockLevelElementTag.TableRow);
        DrawCells(sheet, y, tagged: true);
        sheet.End();
    }

    private void DrawCells(PdfSheet sheet, double y, bool tagged)
    {
        for (var i = 0; i < Cells.Count; i++)
        {
            if (tagged)
                sheet.Begin(Kind == RowKind.Head || i == 0 ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell);
            var column = Columns[i];
            sheet.Lines(Cells[i], Letters, column.Left, y + Padding, column.IsNumber ? column.Left + column.Width : null);
            if (tagged)
                sheet.End();
        }
    }
}
