using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Proto.Collector.Trace.V1;

namespace Regio.EndToEnd.Tests.Otlp;

/// <summary>Takes the traces that the suite exports, as an operator's collector would.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedSpan> _spans;

    private OtlpReceiver(WebApplication app, ConcurrentQueue<ReceivedSpan> spans)
    {
        _app = app;
        _spans = spans;
    }

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
        var app = builder.Build();
        app.MapGrpcService<TraceReceiver>();
        await app.StartAsync();
        return new OtlpReceiver(app, spans);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
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
