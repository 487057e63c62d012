using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Reporting.Pages.Sessions;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Pages.Own;

/// <summary>Login and logout. Where somebody comes out follows from who it is and never from the address, so nobody can be sent elsewhere.</summary>
internal static class LoginPages
{
    private const int MostBytes = 32 * 1024;

    public static void MapLoginPages(this WebApplication app)
    {
        var pages = app.MapGroup("").AllowAnonymous().AddEndpointFilter(PageHeaders.AddWithFormsAsync);
        pages.MapMethods(SessionAccess.LoginAddress, [HttpMethods.Get, HttpMethods.Head], () => Form(""));
        var forms = pages.MapGroup("").AddEndpointFilter(SameOrigin.RequireAsync);
        forms.MapPost(SessionAccess.LoginAddress, LogInAsync);
        forms.MapPost("/uitloggen", LogOutAsync);
    }

    private static async Task<IResult> LogInAsync(HttpContext http, TokenReader tokens, SessionStore sessions, SessionCookie cookie, CancellationToken ct)
    {
        // A session that is there ends, also when another begins: nobody goes on under a name that was there before.
        await sessions.EndAsync(cookie.Read(http), ct);
        cookie.Remove(http);
        if (await TokenOfAsync(http, ct) is not { Length: > 0 } token)
            return Form("Plak eerst uw toegangsbewijs in het vak.");
        var (read, issuerAway) = await tokens.ReadAsync(token);
        if (issuerAway)
            return Form("De uitgever van toegangsbewijzen is tijdelijk niet bereikbaar.", StatusCodes.Status503ServiceUnavailable);
        if (read is null || await sessions.StartAsync(read, ct) is not { } session)
            return Form("Dit toegangsbewijs is niet geldig, of niet meer.");
        cookie.Set(http, session.Secret, session.ExpiresAt);
        return SeeOther(OwnPages.Home);
    }

    private static async Task<IResult> LogOutAsync(HttpContext http, SessionStore sessions, SessionCookie cookie, CancellationToken ct)
    {
        await sessions.EndAsync(cookie.Read(http), ct);
        cookie.Remove(http);
        return SeeOther(SessionAccess.LoginAddress);
    }

    private static SeeOtherResult SeeOther(string address) => new(address);

    /// <summary>The token of the form; null when there is no such form, or it is too large to be one.</summary>
    private static async Task<string?> TokenOfAsync(HttpContext http, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType)
            return null;
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = MostBytes;
        try
        {
            return (await http.Request.ReadFormAsync(ct))["token"].ToString().Trim();
        }
        catch (Exception exception) when (exception is BadHttpRequestException or InvalidDataException)
        {
            return null;
        }
    }

    private static RazorComponentResult<LoginPage> Form(string fault, int status = StatusCodes.Status200OK) =>
        new(new { Fault = fault }) { StatusCode = fault.Length > 0 && status == StatusCodes.Status200OK ? StatusCodes.Status401Unauthorized : status };
}

/// <summary>Sends the browser to another page of this host, which it reads: a form is never sent again.</summary>
internal sealed class SeeOtherResult(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
