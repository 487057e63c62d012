namespace Regio.Reporting.Pages.Sessions;

/// <summary>Lets somebody with a session through to the pages behind it, and sends everybody else to the login.</summary>
internal static class SessionAccess
{
    public const string LoginAddress = "/inloggen";

    /// <summary>Without a session every address answers alike, whether there is a page or not.</summary>
    public static async ValueTask<object?> RequireAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var cookie = http.RequestServices.GetRequiredService<SessionCookie>();
        var caller = await http.RequestServices.GetRequiredService<SessionStore>().FindAsync(cookie.Read(http), http.RequestAborted);
        if (caller is null)
            return Results.LocalRedirect(LoginAddress);
        http.Features.Set(caller);
        return await next(context);
    }
}
