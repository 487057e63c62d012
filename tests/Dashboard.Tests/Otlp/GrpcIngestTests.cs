using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Traces;
using Google.Protobuf;
using Grpc.Core;
using OpenTelemetry.Proto.Collector.Trace.V1;
using Regio.Dashboard.Tests.Hosting;

namespace Regio.Dashboard.Tests.Otlp;

public sealed class GrpcIngestTests : IAsyncLifetime
{
    private DashboardHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await DashboardHost.StartAsync(("Dashboard:TelemetryLimits:MaxRequestBytes", "100000"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_batch_with_the_key_is_taken()
    {
        var answer = await _host.ExportAsync(Samples.TraceService, Samples.Traces("a", Samples.Span(1, 1, 0, "work", 0, 1)).ToByteArray());

        Assert.Empty(answer);
        Assert.Single(_host.Get<TraceStore>().Get(TraceId.Parse(Samples.TraceIdOf(1))));
    }

    [Fact]
    public async Task A_zipped_batch_is_taken_and_one_that_stands_for_too_many_bytes_is_refused()
    {
        await _host.ExportAsync(Samples.TraceService, Samples.Traces("a", Samples.Span(1, 1, 0, "work", 0, 1)).ToByteArray(), zipped: true);
        Assert.Single(_host.Get<TraceStore>().Get(TraceId.Parse(Samples.TraceIdOf(1))));

        var refused = await Assert.ThrowsAsync<RpcException>(() => _host.ExportAsync(Samples.TraceService, new byte[10_000_000], zipped: true));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("key-of-another-run")]
    public async Task Without_the_key_nothing_is_taken(string? key)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            _host.ExportAsync(Samples.TraceService, Samples.Traces("a", Samples.Span(1, 1, 0, "work", 0, 1)).ToByteArray(), key));

        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        Assert.Equal((0, 1), (_host.Get<TraceStore>().Held.Traces, _host.Drops[Drop.Requests]));
    }

    [Fact]
    public async Task A_malformed_batch_gets_one_clear_answer_and_is_counted()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => _host.ExportAsync(Samples.TraceService, [0xff, 0xff, 0xff, 0xff]));

        Assert.Equal((StatusCode.InvalidArgument, "The message is no OTLP batch of this kind."), (refused.StatusCode, refused.Status.Detail));
        Assert.Equal(1, _host.Drops[Drop.Requests]);
    }

    [Fact]
    public async Task A_batch_that_is_too_large_is_refused_and_counted()
    {
        var large = Samples.Traces("a", Samples.Span(1, 1, 0, new string('x', 200_000), 0, 1)).ToByteArray();

        var refused = await Assert.ThrowsAsync<RpcException>(() => _host.ExportAsync(Samples.TraceService, large));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal((0, 1), (_host.Get<TraceStore>().Held.Traces, _host.Drops[Drop.Requests]));
    }

    [Fact]
    public async Task A_span_without_an_id_is_refused_and_the_rest_is_taken()
    {
        var nameless = Samples.Span(1, 1, 0, "work", 0, 1);
        nameless.SpanId = ByteString.Empty;

        var answer = await _host.ExportAsync(Samples.TraceService, Samples.Traces("a", nameless, Samples.Span(1, 2, 0, "work", 0, 1)).ToByteArray());

        Assert.Equal(1, ExportTraceServiceResponse.Parser.ParseFrom(answer).PartialSuccess.RejectedSpans);
        Assert.Equal((1, 1), (_host.Get<TraceStore>().Held.Spans, _host.Drops[Drop.Invalid]));
    }
}
