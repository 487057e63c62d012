using Aspire.Dashboard.Configuration;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Logs;
using Regio.Dashboard.Tests.Hosting;

namespace Regio.Dashboard.Tests.Telemetry;

/// <summary>What is held is bounded, and what goes beyond is counted.</summary>
public sealed class LimitTests
{
    [Fact]
    public void The_oldest_traces_make_room_for_new_ones_and_are_counted()
    {
        var stores = new Stores(new TelemetryLimits { Traces = 3 });

        for (var trace = 1; trace <= 5; trace++)
            stores.Take(Samples.Traces("a", Samples.Span(trace, 1, 0, "first", 0, 1), Samples.Span(trace, 2, 1, "second", 0, 1)));

        Assert.Equal(3, stores.Traces.Held.Traces);
        Assert.Empty(stores.Traces.Get(TraceId.Parse(Samples.TraceIdOf(2))));
        Assert.Equal(2, stores.Traces.Get(TraceId.Parse(Samples.TraceIdOf(3))).Count);
        Assert.Equal(4, stores.Drops[Drop.OldSpans]);
    }

    [Fact]
    public void Spans_stay_under_their_limit_of_memory()
    {
        var stores = new Stores(new TelemetryLimits { BytesPerSignal = 100_000, Traces = int.MaxValue });

        for (var trace = 1; trace <= 1_000; trace++)
            stores.Take(Samples.Traces("a", Samples.Span(trace, 1, 0, "work", 0, 1, tags: ("text", new string('x', 500)))));

        var (traces, spans, bytes) = stores.Traces.Held;
        Assert.InRange(bytes, 50_000, 100_000);
        Assert.Equal(1_000, spans + stores.Drops[Drop.OldSpans]);
        Assert.Equal(spans, traces);
    }

    [Fact]
    public void A_trace_without_end_loses_what_comes_beyond_its_limit()
    {
        var stores = new Stores(new TelemetryLimits { SpansPerTrace = 10 });

        for (var id = 1; id <= 15; id++)
            stores.Take(Samples.Traces("a", Samples.Span(1, id, 0, "work", 0, 1)));

        Assert.Equal(10, stores.Traces.Get(TraceId.Parse(Samples.TraceIdOf(1))).Count);
        Assert.Equal(5, stores.Drops[Drop.SpansBeyondTrace]);
    }

    [Fact]
    public void A_batch_that_is_sent_again_is_held_once()
    {
        var stores = new Stores();
        var batch = Samples.Traces("a", Samples.Span(1, 1, 0, "work", 0, 1));

        stores.Take(batch);
        stores.Take(batch);

        Assert.Equal((1, 1), (stores.Traces.Held.Traces, stores.Traces.Held.Spans));
        Assert.False(stores.Drops.Any);
    }

    [Fact]
    public void The_oldest_log_records_make_room_for_new_ones_and_are_counted()
    {
        var stores = new Stores(new TelemetryLimits { Logs = 10 });

        stores.Take(Samples.Logs("a", [.. Enumerable.Range(1, 25).Select(number => Samples.Log($"record {number}"))]));

        var page = stores.Logs.Find(new LogFilter(), 0, 100);
        Assert.Equal(["record 25", "record 16"], [page.Records[0].Message, page.Records[^1].Message]);
        Assert.Equal(15, stores.Drops[Drop.OldLogs]);
    }

    [Fact]
    public void Long_texts_and_many_attributes_are_cut_and_counted()
    {
        var stores = new Stores(new TelemetryLimits { TextLength = 10, Attributes = 2 });

        stores.Take(Samples.Logs("a", Samples.Log("a message that is too long", tags: [("1", "x"), ("2", "x"), ("3", "x")])));

        var record = stores.Logs.Find(new LogFilter(), 0, 1).Records[0];
        Assert.Equal("a message …", record.Message);
        Assert.Equal(["1", "2"], record.Tags.Select(tag => tag.Key));
        // The name of the category is too long as well; names of attributes are not cut.
        Assert.Equal((1, 2), (stores.Drops[Drop.Attributes], stores.Drops[Drop.Text]));
    }

    [Fact]
    public void The_oldest_points_of_a_line_make_room_and_lines_beyond_the_limit_are_refused()
    {
        var stores = new Stores(new TelemetryLimits { PointsPerSeries = 5, Series = 2 });

        for (var second = 20; second > 10; second--)
            stores.Take(Samples.Metrics("a", Samples.Counter("requests", second, 1)));
        stores.Take(Samples.Metrics("a", Samples.Counter("requests", 1, 1, ("path", "/one"))));
        stores.Take(Samples.Metrics("a", Samples.Counter("requests", 1, 1, ("path", "/two"))));

        Assert.Equal((2, 6), (stores.Metrics.Held.Series, stores.Metrics.Held.Points));
        Assert.Equal((5, 1), (stores.Drops[Drop.OldPoints], stores.Drops[Drop.PointsBeyondSeries]));
    }

    [Fact]
    public void Points_stay_under_their_limit_of_memory()
    {
        var stores = new Stores(new TelemetryLimits { BytesPerSignal = 10_000 });

        for (var second = 900; second > 0; second--)
            stores.Take(Samples.Metrics("a", Samples.Counter("requests", second, 1)));

        var (_, points, bytes) = stores.Metrics.Held;
        Assert.InRange(bytes, 1, 10_000);
        Assert.Equal(900, points + stores.Drops[Drop.OldPoints]);
    }

    [Theory]
    [InlineData("Dashboard:TelemetryLimits:MaxTraceCount", "0")]
    [InlineData("Dashboard:TelemetryLimits:MaxTraceCount", "many")]
    [InlineData("Dashboard:TelemetryLimits:MaxRequestBytes", "99999999999")]
    public async Task A_limit_that_makes_no_sense_is_refused_by_name(string name, string value)
    {
        var refused = await Assert.ThrowsAsync<ConfigurationException>(() => DashboardHost.StartAsync((name, value)));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.Contains(value, refused.Message, StringComparison.Ordinal);
    }
}
