using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Documents;
using Regio.Documents.Docx;
using Regio.Documents.Pdf;
using Regio.Reporting.Accounts;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Pages.Own;

/// <summary>The account of the coordinating municipality behind the login, as a page and on paper.</summary>
internal static class AccountPages
{
    private const string WordProcessing = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAccountPages(this RouteGroupBuilder pages)
    {
        Map(pages, "", (report, _, caller) => new RazorComponentResult<AccountPage>(new { Report = report, Menu = OwnMenu.Of(caller) }));
        Map(pages, ".pdf", (report, name, _) => Results.File(PdfFile.Write(report), MediaTypeNames.Application.Pdf, $"{name}.pdf"));
        Map(pages, ".docx", (report, name, _) => Results.File(DocxFile.Write(report), WordProcessing, $"{name}.docx"));
    }

    /// <summary>Over a year: that of the address, or the present one.</summary>
    private static void Map(RouteGroupBuilder pages, string ending, Func<Document, string, Caller, IResult> answer) => pages.MapMethods(
        $"/verantwoording{ending}",
        Reading,
        async (int? jaar, HttpContext http, AccountReader reader, TimeProvider time, CancellationToken ct) =>
        {
            var caller = http.GetCaller();
            var year = jaar is >= 2015 and <= 2100 ? jaar.Value : time.DutchToday().Year;
            if (!OwnMenu.Of(caller).Account)
                return OwnPages.NotThere(caller);
            var view = await reader.ReadAsync(new(year, 1, 1), new(year + 1, 1, 1), ct);
            return answer(AccountText.Of(view), string.Create(CultureInfo.InvariantCulture, $"verantwoording-{year}"), caller);
        });
}
