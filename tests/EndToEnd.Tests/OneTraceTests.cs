using System.Diagnostics;
using OpenTelemetry.Proto.Trace.V1;
using Regio.EndToEnd.Tests.Otlp;
using Regio.Municipalities.V1;
using Regio.Testing;

namespace Regio.EndToEnd.Tests;

[Collection(RunningSuite.InTurn)]
public sealed class OneTraceTests(RunningSuite suite)
{
    [Fact]
    public async Task One_trace_joins_the_caller_the_server_sql_the_outbox_the_consumer_and_the_projection()
    {
        var traceId = ActivityTraceId.CreateRandom().ToHexString();
        var callerSpan = ActivitySpanId.CreateRandom().ToHexString();
        var costs = new CostService.CostServiceClient(suite.Municipalities);

        await costs.AllocateCostAsync(
            new AllocateCostRequest
            {
                RequestId = Guid.CreateVersion7().ToString(),
                AmountCents = 12_345,
                Subject = "One trace",
            },
            await suite.AsAsync("finance", $"00-{traceId}-{callerSpan}-01"),
            RunningSuite.Deadline(),
            TestContext.Current.CancellationToken);

        var server = await SpanAsync(traceId, "the server span of the call", span =>
            span.Service == "municipalities" && span.Kind == Span.Types.SpanKind.Server);
        Assert.Equal(callerSpan, server.ParentSpanId);
        Assert.Equal("regio.municipalities.v1.CostService/AllocateCost", server.Name);
        await SpanAsync(traceId, "SQL of the change", span =>
            span.Service == "municipalities" && span.Scope == "Npgsql" && Descends(traceId, span, server));
        var publish = await SpanAsync(traceId, "the publish from the outbox", span =>
            span.Service == "municipalities" && span.Kind == Span.Types.SpanKind.Producer
            && Descends(traceId, span, server));
        var consume = await SpanAsync(traceId, "the consumer", span =>
            span.Service == "reporting" && span.Kind == Span.Types.SpanKind.Consumer
            && Descends(traceId, span, publish));
        await SpanAsync(traceId, "the write of the projection", span =>
            span.Service == "reporting" && span.Scope == "Npgsql" && Descends(traceId, span, consume));
    }

    private async Task<ReceivedSpan> SpanAsync(string traceId, string what, Func<ReceivedSpan, bool> matches)
    {
        ReceivedSpan? found = null;
        await Eventually.Holds(
            $"the trace holds {what}",
            () =>
            {
                found = suite.Otlp.SpansOf(traceId).FirstOrDefault(matches);
                return Task.FromResult(found is not null);
            });
        return found!;
    }

    private bool Descends(string traceId, ReceivedSpan span, ReceivedSpan ancestor)
    {
        var byId = suite.Otlp.SpansOf(traceId).ToLookup(candidate => candidate.SpanId, StringComparer.Ordinal);
        for (var current = span; current is not null; current = byId[current.ParentSpanId].FirstOrDefault())
            if (current.SpanId == ancestor.SpanId)
                return true;
        return false;
    }
}
