using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Reporting.CareMessages;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Pages.Own;

/// <summary>What came in of iJw, behind the login: what became of it, what was answered and what is wrong with it.</summary>
internal static class CareMessagePages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCareMessagePages(this RouteGroupBuilder pages)
    {
        pages.MapMethods("/berichten", Reading, async (string? uitkomst, string? voor, HttpContext http, CareMessageReader reader, CancellationToken ct) =>
        {
            var caller = http.GetCaller();
            if (!OwnMenu.Of(caller).Contracting)
                return (IResult)OwnPages.NotThere(caller);
            var outcome = CareMessageWords.OutcomeOf(uitkomst);
            Guid? before = Guid.TryParse(voor, CultureInfo.InvariantCulture, out var id) ? id : null;
            var page = await reader.ReadAsync(caller.Municipality, outcome, before, ct);
            return new RazorComponentResult<CareMessagesPage>(new { Messages = page, Outcome = outcome, Menu = OwnMenu.Of(caller) });
        });
        pages.MapMethods("/berichten/{id:guid}", Reading, async (Guid id, HttpContext http, CareMessageReader reader, CancellationToken ct) =>
        {
            var caller = http.GetCaller();
            return OwnMenu.Of(caller).Contracting && await reader.FindAsync(id, caller.Municipality, ct) is { } detail
                ? new RazorComponentResult<CareMessageDetailPage>(new { Detail = detail, Menu = OwnMenu.Of(caller) })
                : (IResult)OwnPages.NotThere(caller);
        });
    }
}
