namespace Regio.Reporting.Pages;

/// <summary>Headers that keep a page to itself: nothing loaded, framed, sniffed or sent along.</summary>
internal static class PageHeaders
{
    public static ValueTask<object?> AddAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = PageStyle.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Figures change with every allocation; a kept copy is asked about again.
        headers.CacheControl = "no-cache";
        return next(context);
    }
}
