using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Regio.Reporting.Exports;
using Regio.Reporting.Pages;

namespace Regio.Reporting.Reports;

/// <summary>The files of a report, each made of its content alone: made again, they are the same.</summary>
internal sealed class ReportFiles(IServiceProvider services, ILoggerFactory logs)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Content(ReportDocument report) => JsonSerializer.Serialize(report, Json);

    public static ReportDocument Read(string content) => JsonSerializer.Deserialize<ReportDocument>(content, Json)!;

    public static byte[] Pdf(ReportDocument report) => PdfReport.Write(report);

    public async Task<byte[]> HtmlAsync(ReportDocument report)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CouncilReportPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Report"] = report }))).ToHtmlString());
        return Encoding.UTF8.GetBytes(html);
    }

    /// <summary>The file of a stored report; refused when it is not the one that was stored.</summary>
    public async Task<byte[]> AgainAsync(CouncilReport report, bool pdf)
    {
        var document = Read(report.Content);
        var file = pdf ? Pdf(document) : await HtmlAsync(document);
        return FileHash.Of(file) == (pdf ? report.PdfHash : report.HtmlHash) ? file : throw new ServiceDefaults.Errors.DomainException(ReportRules.NotAsPublished);
    }
}
