using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Documents.Html;
using Regio.Reporting.Reports;

namespace Regio.Reporting.Pages;

/// <summary>The archive of published reports.</summary>
internal static class ReportPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapReportPages(this WebApplication app)
    {
        // Public, since only what is published is in it.
        var pages = app.MapGroup("/rapporten").AllowAnonymous().AddEndpointFilter(PageHeaders.AddAsync);
        pages.MapMethods("", Reading, async (ArchiveReader archive, CancellationToken ct) =>
            new RazorComponentResult<ArchivePage>(new { Reports = await archive.ListAsync(ct), Title = "Raadsrapporten" }));
        pages.MapMethods("/{id:guid}", Reading, async (Guid id, ArchiveReader archive, CancellationToken ct) =>
            await archive.FindAsync(id, ct) is { } report
                ? (IResult)new RazorComponentResult<ArchivePage>(new { Reports = (IReadOnlyList<ArchivedReport>)[report], Title = $"Raadsrapport {report.MunicipalityName}" })
                : Results.NotFound());
        pages.MapMethods("/{id:guid}.html", Reading, (Guid id, ArchiveReader archive, HttpContext http, CancellationToken ct) => FileAsync(id, pdf: false, archive, http, ct));
        pages.MapMethods("/{id:guid}.pdf", Reading, (Guid id, ArchiveReader archive, HttpContext http, CancellationToken ct) => FileAsync(id, pdf: true, archive, http, ct));
    }

    private static async Task<IResult> FileAsync(Guid id, bool pdf, ArchiveReader archive, HttpContext http, CancellationToken ct)
    {
        if (await archive.ContentAsync(id, ct) is not { } report)
            return Results.NotFound();
        var file = ReportFiles.Again(report, pdf);
        // The report carries a style of its own.
        http.Response.Headers.ContentSecurityPolicy = HtmlStyle.ContentSecurityPolicy;
        return pdf
            ? Results.File(file, MediaTypeNames.Application.Pdf, ReportNames.FileOf(report, pdf))
            : Results.Bytes(file, MediaTypeNames.Text.Html + "; charset=utf-8");
    }
}
