using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Monitor;
using Regio.Reporting.Pages.Sessions;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Pages.Own;

/// <summary>
/// The pages behind the login: for people of a municipality its own numbers in full, for those who work for the region all
/// of them. What is another's and what does not exist are answered with the same page.
/// </summary>
internal static class OwnPages
{
    public const string Home = "/mijn";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapOwnPages(this WebApplication app)
    {
        // Anonymous for the framework alone: the session is asked for in front of each of them.
        var pages = app.MapGroup(Home).AllowAnonymous().AddEndpointFilter(PageHeaders.AddWithFormsAsync).AddEndpointFilter(SessionAccess.RequireAsync);
        pages.MapMethods("", Reading, (HttpContext http) => HomeOf(http.GetCaller()));
        pages.MapMethods("/regio", Reading, (HttpContext http, MonitorReader monitor, CancellationToken ct) => AreaAsync(http.GetCaller(), MonitorArea.Region, monitor, ct));
        pages.MapMethods("/gemeente/{id}", Reading, (string id, HttpContext http, MonitorReader monitor, CancellationToken ct) => AreaAsync(http.GetCaller(), id, monitor, ct));
        pages.MapMethods("/catalogus", Reading, async (HttpContext http, CatalogueReader catalogue, CancellationToken ct) =>
            new RazorComponentResult<CataloguePage>(new { Entries = await catalogue.ReadAsync(ct), Root = Home }));
        pages.MapMethods("/catalogus/{id}", Reading, CatalogueAsync);
        pages.MapOverviewPages();
        pages.MapAccountPages();
        pages.MapCareMessagePages();
        pages.MapExpertTable("/experttafel", http => Viewer.Of(http.GetCaller()), http => NotThere(http.GetCaller()));
        pages.MapMethods("/{**rest}", Reading, (HttpContext http) => NotThere(http.GetCaller()));
    }

    /// <summary>The answer for what is not there, or is not for this caller.</summary>
    public static RazorComponentResult<NoPage> NotThere(Caller caller) => new(new { Menu = OwnMenu.Of(caller) })
    {
        StatusCode = StatusCodes.Status404NotFound,
        ContentType = MediaTypeNames.Text.Html + "; charset=utf-8",
    };

    /// <summary>Whether a viewer has a page of this area: its own, or any when it works for the region.</summary>
    private static bool MaySee(Viewer viewer, string areaId) => viewer.Audience == Audience.Region || viewer.Owns(areaId);

    private static IResult HomeOf(Caller caller) => Viewer.Of(caller) switch
    {
        { Audience: Audience.Region } => Results.LocalRedirect($"{Home}/regio"),
        { Audience: Audience.Municipality, MunicipalityId: var own } when MonitorArea.IsWellFormed(own) => Results.LocalRedirect($"{Home}/gemeente/{own}"),
        _ => new RazorComponentResult<HomePage>(new { Menu = OwnMenu.Of(caller) }),
    };

    private static async Task<IResult> AreaAsync(Caller caller, string areaId, MonitorReader monitor, CancellationToken ct)
    {
        var viewer = Viewer.Of(caller);
        return MonitorArea.IsWellFormed(areaId) && MaySee(viewer, areaId) && await monitor.ReadAsync(areaId, GetMonitor.UsualAllocations, viewer, ct) is { } view
            ? new RazorComponentResult<OwnAreaPage>(new { View = view, Menu = OwnMenu.Of(caller) })
            : NotThere(caller);
    }

    private static async Task<IResult> CatalogueAsync(string id, HttpContext http, CatalogueReader catalogue, CancellationToken ct) =>
        await catalogue.FindAsync(id, Viewer.Of(http.GetCaller()), ct) is { } lineage
            ? new RazorComponentResult<IndicatorPage>(new { Lineage = lineage, Root = Home })
            : NotThere(http.GetCaller());
}
