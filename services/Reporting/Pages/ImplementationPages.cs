using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Reporting.Implementation;
using Regio.Reporting.Monitor;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Pages;

/// <summary>The implementation plan, for anybody.</summary>
internal static class ImplementationPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapImplementationPages(this WebApplication app)
    {
        // Public: of what is to be done only that is told which carries out a goal, and figures as anybody may see them.
        var pages = app.MapGroup("/uitvoering").AllowAnonymous().AddEndpointFilter(PageHeaders.AddAsync);
        pages.MapMethods("", Reading, (ImplementationReader plans, TimeProvider time, CancellationToken ct) => PageAsync(plans, MonitorArea.Region, time, ct));
        pages.MapMethods("/{areaId}", Reading, (string areaId, ImplementationReader plans, TimeProvider time, CancellationToken ct) => PageAsync(plans, areaId, time, ct));
    }

    private static async Task<IResult> PageAsync(ImplementationReader plans, string areaId, TimeProvider time, CancellationToken ct) =>
        MonitorArea.IsWellFormed(areaId) && await plans.ReadAsync(areaId, time.DutchToday(), Viewer.Anybody, ct) is { } view
            ? new RazorComponentResult<ImplementationPage>(new { Report = ImplementationText.Of(view), AreaId = areaId })
            : new RazorComponentResult<UnknownAreaPage>(new { AreaId = areaId }) { StatusCode = StatusCodes.Status404NotFound, ContentType = MediaTypeNames.Text.Html + "; charset=utf-8" };
}
