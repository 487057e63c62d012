using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Documents.Docx;
using Regio.Documents.Pdf;
using Regio.Reporting.Contracting;
using Regio.Reporting.Exports;
using Regio.Reporting.Monitor;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Pages.Own;

/// <summary>The overview of contracts and ceilings behind the login: as a page, on paper and as files.</summary>
internal static class OverviewPages
{
    private const string WordProcessing = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapOverviewPages(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/contracten", Reading, (string? dag, HttpContext http, OverviewReader reader, TimeProvider time, CancellationToken ct) =>
            AnswerAsync(http, dag, reader, time, view => new RazorComponentResult<OverviewPage>(new { Report = OverviewText.Of(view), Day = Iso(view.Day), Menu = OwnMenu.Of(http.GetCaller()) }), ct));
        MapFile(pages, "pdf", (view, name) => Results.File(PdfFile.Write(OverviewText.Of(view)), MediaTypeNames.Application.Pdf, name));
        MapFile(pages, "docx", (view, name) => Results.File(DocxFile.Write(OverviewText.Of(view)), WordProcessing, name));
        foreach (var format in ExportFormat.All)
            MapFile(pages, format.Ending, (view, name) => Results.File(format.Write(OverviewExport.Of(view)), format.ContentType, name));
    }

    private static void MapFile(RouteGroupBuilder pages, string ending, Func<OverviewView, string, IResult> write) =>
        pages.MapMethods($"/contracten.{ending}", Reading, (string? dag, HttpContext http, OverviewReader reader, TimeProvider time, CancellationToken ct) =>
            AnswerAsync(http, dag, reader, time, view => write(view, $"contracten-{view.AreaId}-{Iso(view.Day)}.{ending}"), ct));

    /// <summary>The overview of the caller's own area on a day; without a day, or with none that can be read, of today.</summary>
    private static async Task<IResult> AnswerAsync(
        HttpContext http, string? dag, OverviewReader reader, TimeProvider time, Func<OverviewView, IResult> answer, CancellationToken ct)
    {
        var caller = http.GetCaller();
        if (!OwnMenu.Of(caller).Contracting)
            return OwnPages.NotThere(caller);
        var day = DateOnly.TryParseExact(dag, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : time.DutchToday();
        return await reader.ReadAsync(caller.Municipality ?? MonitorArea.Region, day, ct) is { } view ? answer(view) : OwnPages.NotThere(caller);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
