using System.Text.Encodings.Web;
using System.Text.Json;
using Regio.Documents;
using Regio.Documents.Html;
using Regio.Documents.Pdf;
using Regio.Reporting.Exports;

namespace Regio.Reporting.Reports;

/// <summary>The files of a report, each made of its content alone: made again, they are the same.</summary>
internal static class ReportFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Content(Document report) => JsonSerializer.Serialize(report, Json);

    public static Document Read(string content) => JsonSerializer.Deserialize<Document>(content, Json)!;

    public static byte[] Pdf(Document report) => PdfFile.Write(report);

    public static byte[] Html(Document report) => HtmlFile.Write(report);

    /// <summary>The file of a stored report; refused when it is not the one that was stored.</summary>
    public static byte[] Again(CouncilReport report, bool pdf)
    {
        var document = Read(report.Content);
        var file = pdf ? Pdf(document) : Html(document);
        return FileHash.Of(file) == (pdf ? report.PdfHash : report.HtmlHash) ? file : throw new ServiceDefaults.Errors.DomainException(ReportRules.NotAsPublished);
    }
}
