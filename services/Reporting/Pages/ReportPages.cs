using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Documents.Html;
using Regio.Reporting.Reports;

namespace Regio.Reporting.Pages;

/// <summary>The archive of published reports.</summary>
internal static class ReportPages
{
    private const string WordProcessing = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

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
        pages.MapMethods("/{id:guid}.html", Reading, PageAsync);
        pages.MapMethods("/{id:guid}.pdf", Reading, (Guid id, FileReader files, CancellationToken ct) => FileAsync(id, FileKind.Pdf, MediaTypeNames.Application.Pdf, files, ct));
        pages.MapMethods("/{id:guid}.docx", Reading, (Guid id, FileReader files, CancellationToken ct) => FileAsync(id, FileKind.Docx, WordProcessing, files, ct));
    }

    private static async Task<IResult> PageAsync(Guid id, FileReader files, HttpContext http, CancellationToken ct)
    {
        if (await files.FindAsync(id, FileKind.Html, published: true, ct) is not { } file)
            return Results.NotFound();
        // The page carries the style of the day on which it was made.
        http.Response.Headers.ContentSecurityPolicy = HtmlStyle.PolicyOf(file.Bytes);
        return Results.Bytes(file.Bytes, MediaTypeNames.Text.Html + "; charset=utf-8");
    }

    private static async Task<IResult> FileAsync(Guid id, FileKind kind, string type, FileReader files, CancellationToken ct) =>
        await files.FindAsync(id, kind, published: true, ct) is { } file ? Results.File(file.Bytes, type, file.Name) : Results.NotFound();
}
