using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

public sealed class TraceTests(TestServers servers) : MessagingTest(servers)
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public async Task The_trace_of_the_writer_reaches_the_consumer(bool sampled, bool telemetry)
    {
        // With telemetry the library starts activities of its own, without it starts none: the trace survives both.
        using var provider = telemetry
            ? Sdk.CreateTracerProviderBuilder().SetSampler(new ParentBasedSampler(new AlwaysOnSampler()))
                .AddSource("MassTransit", "Npgsql", "Regio.Messaging").Build()
            : null;
        await using var recording = await RecordAsync();
        await using var service = await TestService.WriterAndReaderAsync(Database.ConnectionString, Broker.Address);
        await service.ReadyAsync();
        var trace = ActivityTraceId.CreateRandom();

        using (var request = new Activity("request"))
        {
            request.SetParentId(trace, ActivitySpanId.CreateRandom(), sampled ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None);
            request.TraceStateString = "regio=1";
            request.Start();
            await service.CountAsync("traced");
        }

        await Eventually.Is("it is handled", 1, EffectsAsync);
        Assert.Equal(trace.ToHexString(), await Database.ScalarAsync<string>("select trace_id from effect"));
        await Eventually.Is("it is seen on the wire", 1, () => Task.FromResult(recording.Messages.Count));
        var wire = ActivityContext.Parse(recording.Messages[0].Traceparent!, traceState: null);
        Assert.Equal(trace, wire.TraceId);
        Assert.Equal(sampled, wire.TraceFlags.HasFlag(ActivityTraceFlags.Recorded));
        Assert.Equal("regio=1", recording.Messages[0].Envelope["headers"]!["tracestate"]!.GetValue<string>());
    }

    [Fact]
    public async Task Writer_relay_and_consumer_are_spans_of_one_trace()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var provider = Sdk.CreateTracerProviderBuilder()
            .AddSource("MassTransit", "Npgsql", "Regio.Messaging", nameof(TraceTests)).AddProcessor(new Keeping(spans)).Build();
        using var source = new ActivitySource(nameof(TraceTests));
        await using var service = await TestService.WriterAndReaderAsync(Database.ConnectionString, Broker.Address);
        await service.ReadyAsync();

        ActivityTraceId trace;
        using (var request = source.StartActivity("request")!)
        {
            trace = request.TraceId;
            await service.CountAsync("traced");
        }

        await Eventually.Is("it is handled", 1, EffectsAsync);
        await Eventually.Holds("the consumer's span ends", () => Task.FromResult(OfTrace().Any(span => span.Kind == ActivityKind.Consumer)));
        var send = Assert.Single(OfTrace(), span => span.Source.Name == "Regio.Messaging" && span.Kind == ActivityKind.Producer);
        Assert.Equal("send Counted", send.DisplayName);
        Assert.Equal("rabbitmq", send.GetTagItem("messaging.system"));
        Assert.Equal("send", send.GetTagItem("messaging.operation.type"));
        Assert.Contains(OfTrace(), span => span.Source.Name == "Npgsql" && span.Tags.Any(tag => tag.Value?.Contains("insert into inbox_message", StringComparison.Ordinal) == true));

        List<Activity> OfTrace() => [.. spans.Where(span => span.TraceId == trace)];
    }

    private sealed class Keeping(ConcurrentQueue<Activity> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => spans.Enqueue(data);
    }
}
