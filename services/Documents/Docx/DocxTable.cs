using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Regio.Documents.Docx;

/// <summary>Writes a table: a head that is repeated on each page, rows that stay whole, figures to the right.</summary>
internal static class DocxTable
{
    private const int Width = 9638;
    // Which parts of a table are heads, for who has it read aloud: its first row and its first column (tblLook of ECMA-376).
    private const string FirstRowAndColumn = "04A0";
    private const string Line = "C6CFD8";

    public static DocumentFormat.OpenXml.Wordprocessing.Table Of(Table table)
    {
        var made = New(table.Columns);
        made.Append(Row(table.Columns, [.. table.Columns.Select(column => column.Name)], isHead: true, isBold: true));
        for (var i = 0; i < table.Rows.Count; i++)
            made.Append(Row(table.Columns, table.Rows[i], isHead: false, isBold: table.HasTotal && i == table.Rows.Count - 1));
        return made;
    }

    /// <summary>Names and what they are, beside each other.</summary>
    public static DocumentFormat.OpenXml.Wordprocessing.Table Of(Facts facts)
    {
        Column[] columns = [new(""), new("", Share: 3)];
        var made = New(columns);
        foreach (var fact in facts.Items)
            made.Append(Row(columns, [fact.Name, fact.Text], isHead: false, isBold: false));
        return made;
    }

    private static DocumentFormat.OpenXml.Wordprocessing.Table New(IReadOnlyList<Column> columns) => new(
        new TableProperties(
            new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Text(Width) },
            new TableBorders(
                new BottomBorder { Val = BorderValues.Single, Size = 8, Color = Line },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = Line }),
            new TableLook { Val = FirstRowAndColumn }),
        new TableGrid(columns.Select(column => new GridColumn { Width = Text(WidthOf(columns, column)) })));

    private static TableRow Row(IReadOnlyList<Column> columns, IReadOnlyList<string> cells, bool isHead, bool isBold)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        var row = new TableRow(properties);
        for (var i = 0; i < cells.Count; i++)
            row.Append(Cell(columns, columns[i], cells[i], isHead, isBold));
        return row;
    }

    private static TableCell Cell(IReadOnlyList<Column> columns, Column column, string text, bool isHead, bool isBold)
    {
        var properties = new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Text(WidthOf(columns, column)) });
        if (isHead)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EDF2F7" });
        var paragraph = new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Cell });
        if (column.IsNumber)
            paragraph.Append(new Justification { Val = JustificationValues.Right });
        return new TableCell(properties, new DocumentFormat.OpenXml.Wordprocessing.Paragraph(paragraph, DocxBody.Text(text, isBold)));
    }

    private static int WidthOf(IReadOnlyList<Column> columns, Column column) => Width * column.Share / columns.Sum(other => other.Share);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
