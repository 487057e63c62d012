using System.Globalization;
using PdfSharp.UniversalAccessibility;

namespace Regio.Documents.Pdf;

/// <summary>Turns the blocks of a document into what stands on its pages.</summary>
internal sealed class PdfBoxes(PdfStyle style)
{
    private const double CellGap = 5;

    public IEnumerable<PdfBox> Head(Document document)
    {
        if (document.Sender.Length > 0)
            yield return Text(document.Sender, style.Small, PdfBlockLevelElementTag.Paragraph) with { KeepsWithNext = true };
        yield return Text(document.Title, style.Title, PdfBlockLevelElementTag.Heading1) with { Before = style.Space(2), KeepsWithNext = true };
        if (document.Lead.Length > 0)
            yield return Text(document.Lead, style.Lead, PdfBlockLevelElementTag.Paragraph) with { Before = style.Space(4) };
    }

    public IEnumerable<PdfBox> Foot(Document document)
    {
        if (document.Foot.Length > 0)
            yield return Text(document.Foot, style.Small, PdfBlockLevelElementTag.Paragraph) with { Before = style.Space(14) };
    }

    public IEnumerable<PdfBox> Section(Section section)
    {
        if (section.Heading.Length > 0)
            yield return Text(section.Heading, style.Heading, PdfBlockLevelElementTag.Heading2) with { Before = style.Space(16), KeepsWithNext = true };
        foreach (var box in section.Blocks.SelectMany(Block))
            yield return box;
    }

    private IEnumerable<PdfBox> Block(Block block) => block switch
    {
        Paragraph paragraph => [Text(paragraph.Text, style.Body, PdfBlockLevelElementTag.Paragraph) with { Before = style.Space(5) }],
        SubHeading heading => [Text(heading.Text, style.SubHeading, PdfBlockLevelElementTag.Heading3) with { Before = style.Space(9), KeepsWithNext = true }],
        Note note => [Text(note.Text, style.Small, PdfBlockLevelElementTag.Paragraph, style.Space(8)) with { Before = style.Space(6), Marked = true }],
        ItemList list => List(list),
        Facts facts => Rows(
            new Table("", [new Column(""), new Column("", Share: 8)], [.. facts.Items.Select(fact => new[] { fact.Name, fact.Text })]), hasHead: false),
        Table table => Rows(table, hasHead: true),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "There is no such block."),
    };

    private IEnumerable<PdfBox> List(ItemList list)
    {
        yield return new PdfMark(sheet => sheet.Begin(PdfBlockLevelElementTag.List)) { KeepsWithNext = true };
        for (var i = 0; i < list.Items.Count; i++)
        {
            yield return Text(list.Items[i], style.Body, PdfBlockLevelElementTag.ListItem, style.Space(list.Numbered ? 22 : 14)) with
            {
                Before = style.Space(i == 0 ? 5 : 2),
                Label = list.Numbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}.") : "•",
            };
        }

        yield return new PdfMark(sheet => sheet.End());
    }

    private IEnumerable<PdfBox> Rows(Table table, bool hasHead)
    {
        if (table.Caption.Length > 0)
            yield return Text(table.Caption, style.Small, PdfBlockLevelElementTag.Paragraph) with { Before = style.Space(9), KeepsWithNext = true };
        yield return new PdfMark(sheet => sheet.Begin(PdfBlockLevelElementTag.Table)) { KeepsWithNext = true };
        var gap = style.Space(CellGap);
        var columns = PdfColumns.Of(table, style.StrongCell, style.Cell, gap);
        var head = hasHead ? Row([.. table.Columns.Select(column => column.Name)], columns, RowKind.Head) with { Before = style.Space(4), KeepsWithNext = true } : null;
        if (head is not null)
            yield return head;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var isTotal = table.HasTotal && i == table.Rows.Count - 1;
            yield return Row(table.Rows[i], columns, isTotal ? RowKind.Total : RowKind.Plain) with
            {
                Before = i == 0 && !hasHead ? style.Space(6) : 0,
                Repeats = head is null ? null : head with { Again = true },
                // A total stands with at least one row above it.
                KeepsWithNext = table.HasTotal && i == table.Rows.Count - 2,
            };
        }

        yield return new PdfMark(sheet => sheet.End());
    }

    private PdfRowBox Row(IReadOnlyList<string> cells, IReadOnlyList<PlacedColumn> columns, RowKind kind)
    {
        var letters = kind == RowKind.Plain ? style.Cell : style.StrongCell;
        return new PdfRowBox([.. cells.Select((cell, i) => PdfLines.Of(cell, letters, columns[i].Width + 0.01))], columns, letters, kind, style.Space(3));
    }

    private static PdfTextBox Text(string text, Letters letters, PdfBlockLevelElementTag tag, double indent = 0) =>
        new(PdfLines.Of(text, letters, PdfStyle.Width - indent), letters, tag) { Indent = indent };
}
