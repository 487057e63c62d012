using System.IO.Compression;
using Aspire.Dashboard.Configuration;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Journal;
using Google.Protobuf;
using Google.Rpc;

namespace Aspire.Dashboard.Otlp;

/// <summary>OTLP over HTTP with protobuf, plain or gzip. Every refusal carries a google.rpc.Status, as the protocol asks.</summary>
internal sealed class OtlpHttp(TelemetryIngest ingest, OtlpApiKey key, Drops drops, TelemetryLimits limits)
{
    private const string Protobuf = "application/x-protobuf";

    public static void Map(WebApplication app)
    {
        foreach (var (path, signal) in new[] { ("/v1/traces", Signal.Traces), ("/v1/logs", Signal.Logs), ("/v1/metrics", Signal.Metrics) })
            app.MapPost(path, (HttpContext context, OtlpHttp otlp) => otlp.ExportAsync(context, signal)).Behind(Door.OtlpHttp);
    }

    private async Task ExportAsync(HttpContext context, Signal signal)
    {
        if (!key.Allows(context.Request.Headers))
        {
            // Counted by the key itself.
            await AnswerAsync(context, StatusCodes.Status401Unauthorized, Problem(Code.Unauthenticated, OtlpApiKey.Missing));
            return;
        }

        try
        {
            var batch = await ReadAsync(context.Request, context.RequestAborted);
            await AnswerAsync(context, StatusCodes.Status200OK, ingest.Take(signal, batch));
        }
        catch (Refusal refusal)
        {
            await RefuseAsync(context, refusal);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await RefuseAsync(context, TooLarge());
        }
        catch (InvalidProtocolBufferException)
        {
            await RefuseAsync(context, new Refusal(StatusCodes.Status400BadRequest, Code.InvalidArgument, "The body is no OTLP batch of this kind."));
        }
        catch (InvalidDataException)
        {
            await RefuseAsync(context, new Refusal(StatusCodes.Status400BadRequest, Code.InvalidArgument, "The body is no gzip stream."));
        }
    }

    private async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!string.Equals(request.ContentType?.Split(';')[0].Trim(), Protobuf, StringComparison.OrdinalIgnoreCase))
            throw new Refusal(StatusCodes.Status415UnsupportedMediaType, Code.InvalidArgument, $"The content type must be {Protobuf}.");
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding is "" or "identity")
            return await ReadBoundedAsync(request.Body, cancellationToken);
        if (!encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            throw new Refusal(StatusCodes.Status415UnsupportedMediaType, Code.InvalidArgument, "The content encoding must be gzip or absent.");
        await using var unzipped = new GZipStream(request.Body, CompressionMode.Decompress);
        return await ReadBoundedAsync(unzipped, cancellationToken);
    }

    /// <summary>A few compressed bytes can stand for very many: never more than the limit is held.</summary>
    private async Task<byte[]> ReadBoundedAsync(Stream body, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[81_920];
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (read.Length + count > limits.RequestBytes)
                throw TooLarge();
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    private Refusal TooLarge() => new(
        StatusCodes.Status413PayloadTooLarge, Code.ResourceExhausted,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The batch is larger than {limits.RequestBytes} bytes, before or after decompression; send smaller ones."));

    private Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        drops.Add(Drop.Requests, 1);
        return AnswerAsync(context, refusal.HttpStatus, Problem(refusal.Code, refusal.Message));
    }

    private static Status Problem(Code code, string message) => new() { Code = (int)code, Message = message };

    private static async Task AnswerAsync(HttpContext context, int status, IMessage message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Protobuf;
        await context.Response.Body.WriteAsync(message.ToByteArray(), context.RequestAborted);
    }

    private sealed class Refusal(int httpStatus, Code code, string message) : Exception(message)
    {
        public int HttpStatus { get; } = httpStatus;

        public Code Code { get; } = code;
    }
}
