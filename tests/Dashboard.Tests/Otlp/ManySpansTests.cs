using Aspire.Dashboard.Configuration;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Traces;
using Google.Protobuf;
using OpenTelemetry.Proto.Trace.V1;
using Regio.Dashboard.Tests.Hosting;

namespace Regio.Dashboard.Tests.Otlp;

/// <summary>Half a million spans from several senders at once: all are accounted for, within the memory that is allowed.</summary>
[Trait("Category", "Long")]
public sealed class ManySpansTests
{
    private const int Senders = 4;
    private const int BatchesOfEach = 250;
    private const int SpansOfBatch = 512;

    [Fact]
    public async Task Each_span_is_kept_or_counted_as_dropped_and_memory_stays_under_its_limit()
    {
        using var folder = new TemporaryFolder();
        await using var host = await DashboardHost.StartAsync(("Dashboard:KeepTelemetry", "true"), ("Dashboard:StateFolder", folder.Path));
        await host.ExportAsync(Samples.TraceService, Batch(0, 0));
        var batches = Enumerable.Range(1, Senders).Select(sender => Enumerable.Range(0, BatchesOfEach).Select(batch => Batch(sender, batch)).ToList()).ToList();

        await Task.WhenAll(batches.Select(async own =>
        {
            foreach (var batch in own)
                await host.ExportAsync(Samples.TraceService, batch);
        }));

        var (_, spans, bytes) = host.Get<TraceStore>().Held;
        Assert.InRange(bytes, 1, new TelemetryLimits().BytesPerSignal);
        Assert.Equal(((Senders * BatchesOfEach) + 1) * SpansOfBatch, spans + host.Drops[Drop.OldSpans]);
    }

    /// <summary>Spans as a service sends them: four to a trace, with the usual attributes.</summary>
    private static byte[] Batch(int sender, int batch)
    {
        var spans = Enumerable.Range(0, SpansOfBatch).Select(number =>
        {
            var id = 1 + (((sender * BatchesOfEach) + batch) * SpansOfBatch) + number;
            return Samples.Span(
                1 + ((id - 1) / 4), id, 0, "regio.municipalities.v1.MunicipalityService/GetMunicipality", number, number + 3, Span.Types.SpanKind.Server,
                ("rpc.system", "grpc"), ("rpc.service", "regio.municipalities.v1.MunicipalityService"), ("rpc.method", "GetMunicipality"),
                ("rpc.grpc.status_code", "0"), ("server.address", "127.0.0.1"), ("server.port", "5101"), ("network.protocol.version", "2"), ("regio.municipality", "GM0106"));
        });
        return Samples.Traces($"sender-{sender}", [.. spans]).ToByteArray();
    }
}
