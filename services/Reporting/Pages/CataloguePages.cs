using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Pages;

/// <summary>The data catalogue for people.</summary>
internal static class CataloguePages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCataloguePages(this WebApplication app)
    {
        // Public, like the figures that it explains.
        var pages = app.MapGroup("/catalogus").AllowAnonymous().AddEndpointFilter(PageHeaders.AddAsync);
        pages.MapMethods("", Reading, async (CatalogueReader catalogue, CancellationToken ct) =>
            new RazorComponentResult<CataloguePage>(new { Entries = await catalogue.ReadAsync(ct) }));
        pages.MapMethods("/{indicatorId}", Reading, async (string indicatorId, CatalogueReader catalogue, CancellationToken ct) =>
            await catalogue.FindAsync(indicatorId, Viewer.Anybody, ct) is { } lineage
                ? (IResult)new RazorComponentResult<IndicatorPage>(new { Lineage = lineage })
                : Unknown(indicatorId));
    }

    private static RazorComponentResult<UnknownIndicatorPage> Unknown(string indicatorId) => new(new { IndicatorId = indicatorId })
    {
        StatusCode = StatusCodes.Status404NotFound,
        ContentType = MediaTypeNames.Text.Html + "; charset=utf-8",
    };
}
