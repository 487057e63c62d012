using System.Globalization;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Regio.Documents.Tables;
using Regio.Reporting.Exports;

namespace Regio.Reporting.Tests.Exports;

/// <summary>One table in every form.</summary>
public sealed class FormatTests
{
    private static readonly ExportTable Table = new(
        "proef",
        [new("name", "Naam", ColumnKind.Text), new("number", "Waarde", ColumnKind.Number)],
        [["Borger-Odoorn; \"noord\"", 1234.5m], ["=1+1", null], ["Regel\u0001 met stuurteken", -0.125m]],
        [("Bron", "Eigen telling")]);

    [Fact]
    public void A_Dutch_file_has_semicolons_decimal_commas_and_Dutch_names() =>
        Assert.Equal("\uFEFFNaam;Waarde\r\n\"Borger-Odoorn; \"\"noord\"\"\";1234,5\r\n\"'=1+1\";\r\nRegel\u0001 met stuurteken;-0,125\r\n", Encoding.UTF8.GetString(ExportFormat.DutchCsv.Write(Table)));

    [Fact]
    public void A_file_by_RFC_4180_has_commas_decimal_points_and_names_of_the_contract() =>
        Assert.Equal("name,number\r\n\"Borger-Odoorn; \"\"noord\"\"\",1234.5\r\n\"'=1+1\",\r\nRegel\u0001 met stuurteken,-0.125\r\n", Encoding.UTF8.GetString(ExportFormat.Rfc4180Csv.Write(Table)));

    [Fact]
    public void In_JSON_a_number_is_a_number_and_the_unknown_is_null()
    {
        using var json = JsonDocument.Parse(ExportFormat.Json.Write(Table));

        var rows = json.RootElement.GetProperty("rows");
        Assert.Equal(1234.5m, rows[0].GetProperty("number").GetDecimal());
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("number").ValueKind);
        Assert.Equal("=1+1", rows[1].GetProperty("name").GetString());
        Assert.Equal("Eigen telling", json.RootElement.GetProperty("notes")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void A_workbook_has_numbers_as_numbers_a_header_in_sight_and_notes()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(ExportFormat.Xlsx.Write(Table)), isEditable: false);
        var sheets = workbook.WorkbookPart!.Workbook.Descendants<Sheet>().ToDictionary(s => s.Name!.Value!, s => ((WorksheetPart)workbook.WorkbookPart.GetPartById(s.Id!.Value!)).Worksheet);

        Assert.Empty(new OpenXmlValidator().Validate(workbook).Select(fault => fault.Description));
        Assert.Equal(["Cijfers", "Toelichting"], sheets.Keys);
        Assert.Equal((1d, PaneStateValues.Frozen), (sheets["Cijfers"].Descendants<Pane>().Single().VerticalSplit!.Value, sheets["Cijfers"].Descendants<Pane>().Single().State!.Value));
        var number = Cell(sheets["Cijfers"], "B2");
        Assert.Equal((null, 1234.5m), (number!.DataType?.Value, decimal.Parse(number.CellValue!.Text, CultureInfo.InvariantCulture)));
        Assert.Null(Cell(sheets["Cijfers"], "B3"));
        Assert.Equal("=1+1", Cell(sheets["Cijfers"], "A3")!.InnerText);
        Assert.Empty(sheets["Cijfers"].Descendants<CellFormula>());
        Assert.Equal("Regel met stuurteken", Cell(sheets["Cijfers"], "A4")!.InnerText);
        Assert.Equal("Eigen telling", Cell(sheets["Toelichting"], "B2")!.InnerText);
    }

    [Fact]
    public async Task Every_form_has_the_same_bytes_at_another_time()
    {
        var first = ExportFormat.All.Select(format => format.Write(Table)).ToList();

        // An archive counts in steps of two seconds.
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);

        Assert.Equal(first, ExportFormat.All.Select(format => format.Write(Table)));
    }

    private static Cell? Cell(Worksheet sheet, string place) => sheet.Descendants<Cell>().SingleOrDefault(cell => cell.CellReference == place);
}
