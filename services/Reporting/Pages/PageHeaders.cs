namespace Regio.Reporting.Pages;

/// <summary>Headers that keep a page to itself: nothing loaded, framed, sniffed or sent along.</summary>
internal static class PageHeaders
{
    /// <summary>For pages that anybody may see.</summary>
    public static ValueTask<object?> AddAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // Figures change with every allocation; a kept copy is asked about again.
        Add(context, PageStyle.ContentSecurityPolicy, "no-cache");
        return next(context);
    }

    /// <summary>For pages behind the login: they may send forms to this host, and no copy of them is kept anywhere.</summary>
    public static ValueTask<object?> AddWithFormsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Add(context, PageStyle.PolicyWithForms, "no-store");
        // Under no-referrer a browser says of its own forms that they come from nowhere (Origin: null).
        context.HttpContext.Response.Headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }

    private static void Add(EndpointFilterInvocationContext context, string policy, string keeping)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = keeping;
    }
}
