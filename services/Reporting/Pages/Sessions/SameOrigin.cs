namespace Regio.Reporting.Pages.Sessions;

/// <summary>
/// Refuses what another site makes a browser send (CSRF, also of the login itself). Every browser says from where a form
/// was sent: in Sec-Fetch-Site, and in Origin also those that do not know that header. What says neither is no browser
/// with a form of ours.
/// </summary>
internal static class SameOrigin
{
    public static async ValueTask<object?> RequireAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsOurs(context.HttpContext.Request) ? await next(context) : Results.StatusCode(StatusCodes.Status403Forbidden);

    public static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site == "same-origin";
        // The scheme is left out: TLS may end before this process.
        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
