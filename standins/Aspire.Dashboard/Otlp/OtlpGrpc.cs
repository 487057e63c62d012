using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Journal;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;

namespace Aspire.Dashboard.Otlp;

/// <summary>
/// OTLP over gRPC. Batches arrive as bytes and are read by <see cref="TelemetryIngest"/>: what is kept on disk is then what
/// was sent, and what is no OTLP message gets an answer that says so.
/// </summary>
internal sealed class OtlpGrpc(TelemetryIngest ingest)
{
    private const string StatusHeader = "grpc-status";

    public byte[] Export(Signal signal, byte[] batch)
    {
        try
        {
            return ingest.Take(signal, batch).ToByteArray();
        }
        catch (InvalidProtocolBufferException)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "The message is no OTLP batch of this kind."));
        }
    }

    /// <summary>Asks for the key before anything is read, and counts each request that was refused, for whatever reason.</summary>
    public static async Task Guard(HttpContext context, RequestDelegate next)
    {
        if (!context.RequestServices.GetRequiredService<OtlpApiKey>().Allows(context.Request.Headers))
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers[StatusHeader] = ((int)StatusCode.Unauthenticated).ToString(System.Globalization.CultureInfo.InvariantCulture);
            context.Response.Headers["grpc-message"] = OtlpApiKey.Missing;
            return;
        }

        // The engine knows the limit of a message and answers in its own way; a cut connection would tell nothing.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = null;
        await next(context);
        var trailers = context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        var status = trailers?[StatusHeader].ToString() is { Length: > 0 } last ? last : context.Response.Headers[StatusHeader].ToString();
        if (status is not ("" or "0"))
            context.RequestServices.GetRequiredService<Drops>().Add(Drop.Requests, 1);
    }
}

/// <summary>The three services of OTLP, each with its one method.</summary>
internal sealed class OtlpGrpcMethods : IServiceMethodProvider<OtlpGrpc>
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<OtlpGrpc> context)
    {
        Add(context, Signal.Traces, "opentelemetry.proto.collector.trace.v1.TraceService");
        Add(context, Signal.Logs, "opentelemetry.proto.collector.logs.v1.LogsService");
        Add(context, Signal.Metrics, "opentelemetry.proto.collector.metrics.v1.MetricsService");
    }

    private static void Add(ServiceMethodProviderContext<OtlpGrpc> context, Signal signal, string service) => context.AddUnaryMethod(
        new Method<byte[], byte[]>(MethodType.Unary, service, "Export", Bytes, Bytes),
        [],
        (receiver, batch, _) => Task.FromResult(receiver.Export(signal, batch)));
}
