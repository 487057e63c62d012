using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Documents;
using Regio.Documents.Docx;
using Regio.Documents.Pdf;
using Regio.Reporting.ExpertAnalysis;
using Regio.Reporting.Exports;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Pages;

/// <summary>The analysis of the expert table, as anybody may see it and behind the login.</summary>
internal static class ExpertTablePages
{
    private const string WordProcessing = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapExpertTablePages(this WebApplication app)
    {
        // Public: counts alone, the small ones hidden with whatever would give them away.
        var pages = app.MapGroup("/experttafel").AllowAnonymous().AddEndpointFilter(PageHeaders.AddAsync);
        pages.MapExpertTable("", _ => Viewer.Anybody, _ => Results.NotFound());
        pages.MapMethods(
            "/{year:int:range(1900,2100)}.csv",
            Reading,
            async (int year, HalfYearReader reader, CancellationToken ct) =>
            {
                var table = ExpertYearDelivery.Of(await reader.ReadYearAsync(year, Viewer.Anybody, ct));
                return Results.File(ExportFormat.DutchCsv.Write(table), ExportFormat.DutchCsv.ContentType, ExportFormat.DutchCsv.FileName(table));
            });
    }

    /// <summary>Maps page and files of each half-year below an address.</summary>
    public static void MapExpertTable(this RouteGroupBuilder pages, string root, Func<HttpContext, Viewer> viewerOf, Func<HttpContext, IResult> notThere)
    {
        // Without a half-year: the last one that is over.
        pages.MapMethods(root, Reading, (HttpContext http, TimeProvider time) => Results.LocalRedirect($"{http.Request.Path}/{HalfYear.Of(time.GetUtcNow().AddMonths(-6)).Code}"));
        Map("", text => new RazorComponentResult<ExpertTablePage>(new { Report = text }));
        Map(".pdf", text => Results.File(PdfFile.Write(text), MediaTypeNames.Application.Pdf));
        Map(".docx", text => Results.File(DocxFile.Write(text), WordProcessing));

        void Map(string ending, Func<Document, IResult> answer) => pages.MapMethods(
            $"{root}/{{period:length(7)}}{ending}",
            Reading,
            async (string period, HttpContext http, HalfYearReader reader, CancellationToken ct) => HalfYear.Parse(period) is { } halfYear
                ? answer(HalfYearText.Of(await reader.ReadAsync(halfYear, viewerOf(http), ct)))
                : notThere(http));
    }
}
