using System.Net.Mime;
using Regio.Documents.Tables;

namespace Regio.Reporting.Exports;

/// <summary>A form in which figures leave, and how it is written.</summary>
/// <param name="Ending">What the name of the file ends in, behind the point.</param>
/// <param name="ContentType">Type for HTTP.</param>
/// <param name="Write">Makes the bytes.</param>
internal sealed record ExportFormat(string Ending, string ContentType, Func<ExportTable, byte[]> Write)
{
    /// <summary>As Dutch spreadsheets open it: semicolons, decimal commas, Dutch names.</summary>
    public static readonly ExportFormat DutchCsv = new("csv", MediaTypeNames.Text.Csv + "; charset=utf-8", table => CsvFile.Write(table, dutch: true));

    /// <summary>As programs read it (RFC 4180): commas, decimal points, names as in the contract.</summary>
    public static readonly ExportFormat Rfc4180Csv = new("rfc4180.csv", MediaTypeNames.Text.Csv + "; charset=utf-8; header=present", table => CsvFile.Write(table, dutch: false));

    /// <summary>A workbook with a sheet of figures and one of notes.</summary>
    public static readonly ExportFormat Xlsx = new("xlsx", XlsxFile.ContentType, XlsxFile.Write);

    /// <summary>One object with notes and figures.</summary>
    public static readonly ExportFormat Json = new("json", MediaTypeNames.Application.Json, JsonExport.Write);

    public static IReadOnlyList<ExportFormat> All { get; } = [DutchCsv, Rfc4180Csv, Xlsx, Json];

    public string FileName(ExportTable table) => $"{table.Name}.{Ending}";
}
