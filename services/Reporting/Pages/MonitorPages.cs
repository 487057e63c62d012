using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Reporting.Monitor;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Pages;

/// <summary>The monitor for people: pages and downloads on the http endpoint.</summary>
internal static class MonitorPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapMonitorPages(this WebApplication app)
    {
        // Public: the pages hold published figures and allocations, which councils and residents may see, and no persons.
        var pages = app.MapGroup("").AllowAnonymous().AddEndpointFilter(PageHeaders.AddAsync);
        pages.MapMethods("/", Reading, () => Results.LocalRedirect("/monitor"));
        pages.MapMethods("/monitor", Reading, (MonitorReader monitor, CancellationToken ct) => PageAsync(monitor, MonitorArea.Region, ct));
        pages.MapMethods("/monitor.csv", Reading, (MonitorReader monitor, CancellationToken ct) => CsvAsync(monitor, MonitorArea.Region, ct));
        pages.MapMethods("/monitor/{areaId}", Reading, (string areaId, MonitorReader monitor, CancellationToken ct) => PageAsync(monitor, areaId, ct));
        pages.MapMethods("/monitor/{areaId}.csv", Reading, (string areaId, MonitorReader monitor, CancellationToken ct) => CsvAsync(monitor, areaId, ct));
    }

    private static async Task<IResult> PageAsync(MonitorReader monitor, string areaId, CancellationToken ct) =>
        await ReadAsync(monitor, areaId, GetMonitor.UsualAllocations, ct) is { } view
            ? new RazorComponentResult<MonitorPage>(new { View = view })
            : Unknown(areaId);

    private static async Task<IResult> CsvAsync(MonitorReader monitor, string areaId, CancellationToken ct) =>
        await ReadAsync(monitor, areaId, GetMonitor.MostAllocations, ct) is { } view
            ? Results.File(MonitorCsv.Write(view), "text/csv; charset=utf-8", $"monitor-{view.AreaId}.csv")
            : Unknown(areaId);

    private static async Task<MonitorView?> ReadAsync(MonitorReader monitor, string areaId, int allocations, CancellationToken ct) =>
        MonitorArea.IsWellFormed(areaId) ? await monitor.ReadAsync(areaId, allocations, Viewer.Anybody, ct) : null;

    private static RazorComponentResult<UnknownAreaPage> Unknown(string areaId) =>
        new(new { AreaId = areaId }) { StatusCode = StatusCodes.Status404NotFound, ContentType = MediaTypeNames.Text.Html + "; charset=utf-8" };
}
