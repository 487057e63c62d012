using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Reporting.Charts;
using Regio.Reporting.Computing;
using Regio.Reporting.Monitor;

namespace Regio.Reporting.Pages;

/// <summary>What is computed with the figures of an area, for people.</summary>
internal static class AnalysisPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAnalysisPages(this WebApplication app)
    {
        // Public: computed with what anybody may see, and with nothing else.
        var pages = app.MapGroup("/analyse").AllowAnonymous().AddEndpointFilter(PageHeaders.AddAsync);
        pages.MapMethods("", Reading, (AnalysisReader analysis, CancellationToken ct) => PageAsync(analysis, MonitorArea.Region, ct));
        pages.MapMethods("/{areaId}", Reading, (string areaId, AnalysisReader analysis, CancellationToken ct) => PageAsync(analysis, areaId, ct));
    }

    private static IReadOnlyList<(string Caption, string Drawing)> ChartsOf(AnalysisView view) =>
    [
        .. from series in view.Series
           let drawing = LineChart.Of(series)
           where drawing.Length > 0
           select ($"{series.Indicator.Name}, {Dutch.Unit(series.Segments[^1].Years[^1].Observation.Unit)}. De as begint bij nul.", drawing),
    ];

    private static async Task<IResult> PageAsync(AnalysisReader analysis, string areaId, CancellationToken ct) =>
        MonitorArea.IsWellFormed(areaId) && await analysis.ReadAsync(areaId, ct) is { } view
            ? new RazorComponentResult<AnalysisPage>(new { Report = AnalysisText.Of(view), AreaId = areaId, Charts = ChartsOf(view) })
            : new RazorComponentResult<UnknownAreaPage>(new { AreaId = areaId }) { StatusCode = StatusCodes.Status404NotFound, ContentType = MediaTypeNames.Text.Html + "; charset=utf-8" };
}
