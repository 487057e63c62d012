using System.Globalization;
using Google.Protobuf.Collections;
using OpenTelemetry.Proto.Common.V1;
using OpenTelemetry.Proto.Metrics.V1;

namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>Makes points of what was sent.</summary>
internal sealed class MetricReader(TagReader tags, Senders senders)
{
    /// <summary>The flag of a point that says that there is no value.</summary>
    private const uint NoRecordedValue = 1;

    /// <summary>The points that are well-formed; how many are not is counted in the answer.</summary>
    public (List<Measured> Points, int Invalid) Read(IReadOnlyCollection<ResourceMetrics> batch)
    {
        var points = new List<Measured>();
        var invalid = 0;
        foreach (var resource in batch)
        {
            var sender = senders.Of(resource.Resource);
            foreach (var scope in resource.ScopeMetrics)
            {
                var meter = tags.Text(scope.Scope?.Name ?? "");
                foreach (var metric in scope.Metrics)
                    invalid += Read(sender, meter, metric, points);
            }
        }

        return (points, invalid);
    }

    private int Read(Sender sender, string meter, Metric metric, List<Measured> points)
    {
        var info = Describe(sender, meter, metric);
        var before = points.Count;
        var sent = metric.DataCase switch
        {
            Metric.DataOneofCase.Gauge => Numbers(info, sender, metric.Gauge.DataPoints, points),
            Metric.DataOneofCase.Sum => Numbers(info, sender, metric.Sum.DataPoints, points),
            Metric.DataOneofCase.Histogram => Histograms(info, sender, metric.Histogram.DataPoints, points),
            Metric.DataOneofCase.ExponentialHistogram => Exponentials(info, sender, metric.ExponentialHistogram.DataPoints, points),
            Metric.DataOneofCase.Summary => Summaries(info, sender, metric.Summary.DataPoints, points),
            _ => 0,
        };
        return Math.Max(0, sent - (points.Count - before));
    }

    private InstrumentInfo Describe(Sender sender, string meter, Metric metric)
    {
        var (kind, temporality) = metric.DataCase switch
        {
            Metric.DataOneofCase.Sum => (metric.Sum.IsMonotonic ? InstrumentKind.Counter : InstrumentKind.UpDownCounter, metric.Sum.AggregationTemporality),
            Metric.DataOneofCase.Histogram => (InstrumentKind.Histogram, metric.Histogram.AggregationTemporality),
            Metric.DataOneofCase.ExponentialHistogram => (InstrumentKind.Histogram, metric.ExponentialHistogram.AggregationTemporality),
            _ => (InstrumentKind.Gauge, AggregationTemporality.Unspecified),
        };
        return new InstrumentInfo(
            new InstrumentId(sender.Name, meter, tags.Text(metric.Name)),
            tags.Text(metric.Description), tags.Text(metric.Unit), kind, temporality == AggregationTemporality.Delta);
    }

    private int Numbers(InstrumentInfo info, Sender sender, RepeatedField<NumberDataPoint> sent, List<Measured> points)
    {
        foreach (var point in sent)
        {
            var value = point.ValueCase == NumberDataPoint.ValueOneofCase.AsInt ? point.AsInt : point.AsDouble;
            if (double.IsFinite(value) && (point.Flags & NoRecordedValue) == 0)
                points.Add(Measure(info, sender, point.Attributes, new NumberPoint(Moment.From(point.StartTimeUnixNano), Moment.From(point.TimeUnixNano), value)));
        }

        return sent.Count;
    }

    private int Histograms(InstrumentInfo info, Sender sender, RepeatedField<HistogramDataPoint> sent, List<Measured> points)
    {
        foreach (var point in sent)
        {
            if ((point.Flags & NoRecordedValue) == 0 && IsSound(point))
            {
                points.Add(Measure(info, sender, point.Attributes, new HistogramPoint(
                    Moment.From(point.StartTimeUnixNano), Moment.From(point.TimeUnixNano), point.Count, point.Sum,
                    [.. point.ExplicitBounds], point.BucketCounts.Count == 0 ? [point.Count] : [.. point.BucketCounts])));
            }
        }

        return sent.Count;
    }

    private int Exponentials(InstrumentInfo info, Sender sender, RepeatedField<ExponentialHistogramDataPoint> sent, List<Measured> points)
    {
        foreach (var point in sent)
        {
            if ((point.Flags & NoRecordedValue) != 0 || ExponentialBuckets.Spread(point) is not { } spread)
                continue;
            points.Add(Measure(info, sender, point.Attributes, new HistogramPoint(
                Moment.From(point.StartTimeUnixNano), Moment.From(point.TimeUnixNano), point.Count, point.Sum, spread.Bounds, spread.Buckets)));
        }

        return sent.Count;
    }

    /// <summary>Percentiles that the sender has worked out are lines of their own.</summary>
    private int Summaries(InstrumentInfo info, Sender sender, RepeatedField<SummaryDataPoint> sent, List<Measured> points)
    {
        foreach (var point in sent)
        {
            var read = tags.Read(point.Attributes);
            points.AddRange(point.QuantileValues.Where(value => double.IsFinite(value.Value)).Select(value => new Measured(
                info, sender.Instance,
                [.. read, new Tag("quantile", value.Quantile.ToString(CultureInfo.InvariantCulture))],
                new NumberPoint(Moment.From(point.StartTimeUnixNano), Moment.From(point.TimeUnixNano), value.Value))));
        }

        return 0;
    }

    private Measured Measure(InstrumentInfo info, Sender sender, RepeatedField<KeyValue> attributes, Point point)
    {
        var read = tags.Read(attributes);
        Array.Sort(read, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return new Measured(info, sender.Instance, read, point);
    }

    private static bool IsSound(HistogramDataPoint point)
    {
        if (point.BucketCounts.Count > 0 && point.BucketCounts.Count != point.ExplicitBounds.Count + 1)
            return false;
        if (point.BucketCounts.Count == 0 && point.ExplicitBounds.Count > 0)
            return false;
        for (var i = 0; i < point.ExplicitBounds.Count; i++)
        {
            if (!double.IsFinite(point.ExplicitBounds[i]) || (i > 0 && point.ExplicitBounds[i] <= point.ExplicitBounds[i - 1]))
                return false;
        }

        return true;
    }
}

/// <summary>Exponential buckets as buckets with stated bounds.</summary>
internal static class ExponentialBuckets
{
    private const int Most = 1_000;

    /// <summary>Null when the buckets are out of all proportion.</summary>
    public static (double[] Bounds, ulong[] Buckets)? Spread(ExponentialHistogramDataPoint point)
    {
        var positive = point.Positive?.BucketCounts.Count ?? 0;
        var negative = point.Negative?.BucketCounts.Count ?? 0;
        if (positive + negative > Most || point.Scale is < -10 or > 20)
            return null;
        var growth = Math.Pow(2, Math.Pow(2, -point.Scale));
        var bounds = new List<double>();
        var counts = new List<ulong>();
        for (var i = negative - 1; i >= 0; i--)
        {
            bounds.Add(-Math.Pow(growth, point.Negative!.Offset + i));
            counts.Add(point.Negative.BucketCounts[i]);
        }

        bounds.Add(Math.Max(point.ZeroThreshold, positive > 0 ? Math.Pow(growth, point.Positive!.Offset) : 0));
        counts.Add(point.ZeroCount);
        for (var i = 0; i < positive; i++)
        {
            bounds.Add(Math.Pow(growth, point.Positive!.Offset + i + 1));
            counts.Add(point.Positive.BucketCounts[i]);
        }

        counts.Add(0);
        return bounds.TrueForAll(double.IsFinite) ? ([.. bounds], [.. counts]) : null;
    }
}
