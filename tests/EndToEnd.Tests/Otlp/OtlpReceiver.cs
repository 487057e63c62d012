using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Proto.Collector.Trace.V1;

namespace Regio.EndToEnd.Tests.Otlp;

/// <summary>Takes what the suite exports, as an operator's collector would: traces to look at, and all of it as it came for who asks.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private const string TracePath = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedSpan> _spans;
    private ConcurrentQueue<ReceivedExport>? _kept;

    private OtlpReceiver(WebApplication app, ConcurrentQueue<ReceivedSpan> spans)
    {
        _app = app;
        _spans = spans;
        _app.Use(KeepAsync);
        _app.MapGrpcService<TraceReceiver>();
    }

    /// <summary>The exports as they came, since they are kept.</summary>
    public IReadOnlyList<ReceivedExport> Kept => [.. _kept ?? []];

    /// <summary>From now on every export is kept as it comes, or none is.</summary>
    public void Keep(bool kept) => _kept = kept ? [] : null;

    public string Endpoint => _app.Urls.Single();

    public IReadOnlyList<ReceivedSpan> SpansOf(string traceId) =>
        [.. _spans.Where(span => string.Equals(span.TraceId, traceId, StringComparison.Ordinal))];

    public static async Task<OtlpReceiver> StartAsync()
    {
        var spans = new ConcurrentQueue<ReceivedSpan>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(spans);
        builder.Services.AddGrpc();
        var receiver = new OtlpReceiver(builder.Build(), spans);
        await receiver._app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Metrics and logs are taken in and need no reading; a trace goes on to where it is read.</summary>
    private async Task KeepAsync(HttpContext context, RequestDelegate next)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _kept?.Enqueue(new ReceivedExport(context.Request.Path.Value!, body.ToArray()));
        body.Position = 0;
        context.Request.Body = body;
        if (context.Request.Path == TracePath)
        {
            await next(context);
            return;
        }

        context.Response.ContentType = "application/grpc";
        // An empty answer: not compressed, of no length.
        await context.Response.Body.WriteAsync(new byte[5], context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    private sealed class TraceReceiver(ConcurrentQueue<ReceivedSpan> spans) : TraceService.TraceServiceBase
    {
        public override Task<ExportTraceServiceResponse> Export(
            ExportTraceServiceRequest request,
            ServerCallContext context)
        {
            foreach (var resource in request.ResourceSpans)
            {
                var service = resource.Resource.Attributes
                    .First(attribute => string.Equals(attribute.Key, "service.name", StringComparison.Ordinal))
                    .Value.StringValue;
                foreach (var scope in resource.ScopeSpans)
                    foreach (var span in scope.Spans)
                        spans.Enqueue(ReceivedSpan.From(service, scope.Scope.Name, span));
            }

            return Task.FromResult(new ExportTraceServiceResponse());
        }
    }
}

/// <summary>An export as it came: traces, metrics or logs, by the path that it was sent to.</summary>
public sealed record ReceivedExport(string Path, byte[] Bytes);
