using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Regio.Documents.Tables;

/// <summary>Writes a table as a workbook: figures under a header that stays in sight, numbers as numbers, and a sheet of notes.</summary>
public static class XlsxFile
{
    /// <summary>Type of the file for HTTP.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint Plain = 0;
    private const uint Bold = 1;
    private const int LongestCell = 32_767;

    /// <summary>The file (ECMA-376, Office Open XML).</summary>
    public static byte[] Write(ExportTable table)
    {
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("rId1").Stylesheet = Styles();
            WriteSheet(
                workbook.AddNewPart<WorksheetPart>("rId2"),
                [.. table.Columns.Select(column => column.Dutch)], table.Rows, [.. table.Columns.Select(column => column.Kind == ColumnKind.Number ? 14.0 : 28.0)]);
            WriteSheet(
                workbook.AddNewPart<WorksheetPart>("rId3"), ["Onderwerp", "Toelichting"], [.. table.Notes.Select(note => new object?[] { note.Heading, note.Text })], [32, 120]);
            workbook.Workbook = new Workbook(new Sheets(
                new Sheet { Name = "Cijfers", SheetId = 1, Id = "rId2" },
                new Sheet { Name = "Toelichting", SheetId = 2, Id = "rId3" }));
        }

        return SameZip.Of(buffer.ToArray());
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }));

    // Row by row, since a sheet of a hundred thousand rows as one tree takes gigabytes.
    private static void WriteSheet(WorksheetPart part, IReadOnlyList<string> header, IReadOnlyList<object?[]> rows, IReadOnlyList<double> widths)
    {
        var frozen = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        using var sheet = OpenXmlWriter.Create(part);
        sheet.WriteStartElement(new Worksheet());
        sheet.WriteElement(new SheetViews(new SheetView(frozen) { WorkbookViewId = 0 }));
        sheet.WriteElement(new Columns(widths.Select((width, i) => new DocumentFormat.OpenXml.Spreadsheet.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        sheet.WriteStartElement(new SheetData());
        sheet.WriteElement(Row(1, header, Bold));
        for (var i = 0; i < rows.Count; i++)
            sheet.WriteElement(Row((uint)i + 2, rows[i], Plain));
        sheet.WriteEndElement();
        sheet.WriteElement(new AutoFilter { Reference = $"A1:{Letters(header.Count)}{rows.Count + 1}" });
        sheet.WriteEndElement();
    }

    private static Row Row(uint number, IReadOnlyList<object?> values, uint style)
    {
        var row = new Row { RowIndex = number };
        for (var i = 0; i < values.Count; i++)
        {
            if (Cell(values[i]) is not { } cell)
                continue;
            cell.CellReference = $"{Letters(i + 1)}{number}";
            cell.StyleIndex = style;
            row.Append(cell);
        }

        return row;
    }

    /// <summary>A number stays a number; text is text and never a formula; nothing is an empty cell.</summary>
    private static Cell? Cell(object? value) => value switch
    {
        decimal number => new Cell(new CellValue(number.ToString(CultureInfo.InvariantCulture))),
        string { Length: > 0 } text => new Cell(new InlineString(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString },
        _ => null,
    };

    private static string Clean(string text)
    {
        var clean = new string([.. text.Where(XmlConvert.IsXmlChar)]);
        return clean.Length <= LongestCell ? clean : clean[..LongestCell];
    }

    private static string Letters(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);
}
