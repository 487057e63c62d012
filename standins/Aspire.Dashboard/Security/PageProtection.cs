using Aspire.Dashboard.Configuration;
using Aspire.Dashboard.Telemetry;

namespace Aspire.Dashboard.Security;

/// <summary>Headers that keep a page to itself, and a refusal of what other sites try to have done here.</summary>
internal static class PageProtection
{
    /// <summary>Telemetry is written by others: nothing inline runs or styles, nothing is loaded from elsewhere.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    public static void UsePageProtection(this IApplicationBuilder app) => app.UseHostFiltering().Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Not "no-referrer": browsers then call the origin of the dashboard's own forms "null".
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        context.Features.Set(context.RequestServices.GetRequiredService<Changes>().See());
        if (IsReading(context.Request.Method) || IsFromHere(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("Only the pages of this dashboard can do this.", context.RequestAborted);
    });

    /// <summary>Names that the pages answer to: another one may be a site that points its own name here.</summary>
    public static IList<string> HostNames(DashboardOptions options) =>
        options.AllowRemote ? ["*"] : [.. LoopbackNames.Union(options.FrontendUrls.Select(url => url.Host))];

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    /// <summary>Browsers say where a request comes from; a program without a browser has no cookie to be misused.</summary>
    private static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
            return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
