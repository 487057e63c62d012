using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ServiceDefaults.Telemetry;

/// <summary>Puts <see cref="RequestTelemetry"/> around everything else that a request passes.</summary>
internal sealed class RequestTelemetryFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<RequestTelemetry>();
        next(app);
    };
}

/// <summary>
/// The server's own span has no tags and one name for all requests. Here it gets those of the OpenTelemetry conventions,
/// <c>rpc.*</c> for calls and <c>http.*</c> for pages; and health probes and reflection get no span.
/// </summary>
internal sealed class RequestTelemetry(RequestDelegate next, RpcMetrics metrics, RefusalLog refusals)
{
    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (IsQuiet(path))
        {
            Silence(context);
            return next(context);
        }

        return GrpcAnswer.IsExpected(context) ? CallAsync(context, path) : PageAsync(context);
    }

    private static bool IsQuiet(string path) => path is "/health" or "/alive" || InfrastructureServices.IsPath(path);

    /// <summary>Also keeps what runs inside the request from being recorded: children follow their parent.</summary>
    private static void Silence(HttpContext context)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } span)
        {
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            span.IsAllDataRequested = false;
        }
    }

    private async Task CallAsync(HttpContext context, string path)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var method = RpcMethod.Parse(path, isKnown: RpcMethod.IsMapped(context));
            var status = GrpcAnswer.ReadStatus(context) ?? (context.RequestAborted.IsCancellationRequested ? RpcTags.Cancelled : RpcTags.Unknown);
            var span = context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } recorded ? recorded : null;
            if (span is not null)
                RpcTags.Describe(span, method, status, isServer: true);
            refusals.Note(context, span, method, status);
            metrics.RecordCall(Stopwatch.GetElapsedTime(start), method, status);
        }
    }

    private async Task PageAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        finally
        {
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
                DescribePage(span, context);
        }
    }

    private static void DescribePage(Activity span, HttpContext context)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        span.SetTag("http.request.method", context.Request.Method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        span.SetTag("url.scheme", context.Request.Scheme);
        span.SetTag("url.path", context.Request.Path.Value);
        span.SetTag("server.address", context.Request.Host.Host);
        span.SetTag("server.port", context.Request.Host.Port);
        span.SetTag("network.protocol.version", context.Request.Protocol is "HTTP/2" ? "2" : "1.1");
        if (context.Response.StatusCode < StatusCodes.Status500InternalServerError)
            return;
        span.SetTag("error.type", context.Response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture));
        span.SetStatus(ActivityStatusCode.Error);
    }
}
