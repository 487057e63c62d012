using System.Text.Encodings.Web;
using System.Text.Json;
using Regio.Documents;
using Regio.Documents.Docx;
using Regio.Documents.Html;
using Regio.Documents.Pdf;
using Regio.Reporting.Exports;

namespace Regio.Reporting.Reports;

/// <summary>In what form a report is read; the numbers are those of the messages.</summary>
internal enum FileKind
{
    Html = 1,
    Pdf = 2,
    Docx = 3,
}

/// <summary>A file of a report, as it was made and as it stays.</summary>
internal sealed record ReportFile
{
    public required Guid ReportId { get; init; }

    public required FileKind Kind { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>SHA-256 of the bytes, in hexadecimal; the database refuses another.</summary>
    public required string Hash { get; init; }
}

/// <summary>Makes the files of a report, all of its content alone.</summary>
internal static class ReportFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Content(Document report) => JsonSerializer.Serialize(report, Json);

    public static IReadOnlyList<ReportFile> Of(Guid reportId, Document report) =>
    [
        File(reportId, FileKind.Html, HtmlFile.Write(report)),
        File(reportId, FileKind.Pdf, PdfFile.Write(report)),
        File(reportId, FileKind.Docx, DocxFile.Write(report)),
    ];

    private static ReportFile File(Guid reportId, FileKind kind, byte[] bytes) =>
        new() { ReportId = reportId, Kind = kind, Bytes = bytes, Hash = FileHash.Of(bytes) };
}
