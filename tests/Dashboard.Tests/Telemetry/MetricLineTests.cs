using Aspire.Dashboard.Telemetry.Metrics;
using OpenTelemetry.Proto.Metrics.V1;
using Regio.Dashboard.Tests.Hosting;

namespace Regio.Dashboard.Tests.Telemetry;

public sealed class MetricLineTests
{
    private static readonly double[] Bounds = [1, 2, 4];
    private readonly Stores _stores = new();

    [Fact]
    public void A_counter_is_shown_as_its_increase_per_second()
    {
        Count(40, 100);
        Count(30, 150);
        Count(20, 150);

        Assert.Equal([5, 0], Values("requests"));
    }

    [Fact]
    public void A_counter_that_started_anew_counts_from_nothing()
    {
        Count(40, 100);
        Count(30, 20);

        Assert.Equal([2], Values("requests"));
    }

    [Fact]
    public void Lines_are_named_by_what_tells_them_apart()
    {
        foreach (var path in new[] { "/one", "/two" })
            _stores.Take(Samples.Metrics("a", Samples.Counter("requests", 30, 1, ("method", "GET"), ("path", path))));

        var (info, series) = Read("requests");
        Assert.Equal(["/one", "/two"], Lines.OfNumbers(info, series, default).Select(line => line.Name).Order());
    }

    [Fact]
    public void Percentiles_are_of_what_came_in_since_the_point_before()
    {
        _stores.Take(Samples.Metrics("a", Samples.Histogram("duration", 40, Bounds, [1000, 0, 0, 0])));
        _stores.Take(Samples.Metrics("a", Samples.Histogram("duration", 30, Bounds, [1000, 100, 0, 0])));

        var lines = Percentiles();
        Assert.Equal(["P50", "P90", "P99"], lines.Select(line => line.Name));
        Assert.Equal([1.5, 1.9, 1.99], lines.Select(line => Math.Round(line.Points.Single().Value, 2)));
    }

    [Fact]
    public void A_line_that_is_new_since_the_batch_before_counts_from_nothing()
    {
        _stores.Take(Samples.Metrics("a", Samples.Counter("requests", 40, 100, ("path", "/old"))));
        _stores.Take(Samples.Metrics("a", Samples.Counter("requests", 30, 20, ("path", "/new"))));

        var (info, series) = Read("requests");
        var lines = Lines.OfNumbers(info, series, default);
        Assert.Empty(lines.Single(line => line.Name == "/old").Points);
        Assert.Equal(2, lines.Single(line => line.Name == "/new").Points.Single().Value);
    }

    [Fact]
    public void A_first_measurement_of_a_service_that_was_heard_before_is_shown()
    {
        Count(40, 100);
        _stores.Take(Samples.Metrics("a", Samples.Histogram("duration", 30, Bounds, [0, 100, 0, 0])));

        Assert.Equal([1.5, 1.9, 1.99], Percentiles().Select(line => Math.Round(line.Points.Single().Value, 2)));
    }

    [Fact]
    public void Beyond_the_last_bound_nothing_is_known_but_that_bound()
    {
        _stores.Take(Samples.Metrics("a", Samples.Histogram("duration", 40, Bounds, [0, 0, 0, 0])));
        _stores.Take(Samples.Metrics("a", Samples.Histogram("duration", 30, Bounds, [0, 0, 0, 9])));

        Assert.All(Percentiles(), line => Assert.Equal(4, line.Points.Single().Value));
    }

    [Fact]
    public void Exponential_buckets_give_percentiles_too()
    {
        Metric Exponential(int secondsBefore, ulong count) => new()
        {
            Name = "duration",
            ExponentialHistogram = new ExponentialHistogram
            {
                AggregationTemporality = AggregationTemporality.Delta,
                DataPoints =
                {
                    new ExponentialHistogramDataPoint
                    {
                        TimeUnixNano = Samples.Start - ((ulong)secondsBefore * 1_000_000_000), Count = count, Scale = 0,
                        Positive = new ExponentialHistogramDataPoint.Types.Buckets { Offset = 2, BucketCounts = { count } },
                    },
                },
            },
        };
        _stores.Take(Samples.Metrics("a", Exponential(30, 10)));

        // One bucket from 4 to 8.
        Assert.All(Percentiles(), line => Assert.InRange(line.Points.Single().Value, 4, 8));
    }

    [Fact]
    public void What_cannot_be_is_refused_and_the_rest_is_taken()
    {
        var invalid = _stores.Take(Samples.Metrics(
            "a",
            Samples.Counter("requests", 30, double.NaN),
            Samples.Histogram("descending", 30, [2, 1], [1, 1, 1]),
            Samples.Histogram("buckets", 30, [1, 2], [1, 1]),
            Samples.Counter("good", 30, 1)));

        Assert.Equal(3, invalid);
        Assert.Equal(["good"], _stores.Metrics.Instruments("a").Select(info => info.Id.Name));
    }

    private void Count(int secondsBefore, double value) => _stores.Take(Samples.Metrics("a", Samples.Counter("requests", secondsBefore, value)));

    private (InstrumentInfo Info, IReadOnlyList<Series> Series) Read(string name)
    {
        var info = _stores.Metrics.Find(new InstrumentId("a", "Regio.Meter", name))!;
        return (info, _stores.Metrics.Read(info.Id, default));
    }

    private List<double> Values(string name)
    {
        var (info, series) = Read(name);
        return [.. Lines.OfNumbers(info, series, default).Single().Points.Select(point => point.Value)];
    }

    private IReadOnlyList<ChartLine> Percentiles()
    {
        var (info, series) = Read("duration");
        return Lines.OfHistograms(info, series, default, TimeSpan.FromSeconds(1));
    }
}
