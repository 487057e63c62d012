using System.Runtime.InteropServices;

namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>A value to be drawn.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChartPoint(Moment Time, double Value);

/// <summary>A line to be drawn.</summary>
public sealed record ChartLine(string Name, IReadOnlyList<ChartPoint> Points);

/// <summary>Works out what is drawn from the points that were sent.</summary>
internal static class Lines
{
    private static readonly (string Name, double Share)[] Percentiles = [("P50", 0.50), ("P90", 0.90), ("P99", 0.99)];

    /// <summary>A line for each series: the value, or for a counter its increase per second.</summary>
    public static IReadOnlyList<ChartLine> OfNumbers(InstrumentInfo instrument, IReadOnlyList<Series> series, Moment since) =>
        [.. series.Select(s => new ChartLine(
            Name(s, series),
            instrument.Kind == InstrumentKind.Counter
                ? [.. Increases(instrument, s).Where(point => point.Time >= since)]
                : [.. s.Points.OfType<NumberPoint>().Where(point => point.Time >= since).Select(point => new ChartPoint(point.Time, point.Value))]))];

    /// <summary>A line for each percentile, over all series together.</summary>
    public static IReadOnlyList<ChartLine> OfHistograms(InstrumentInfo instrument, IReadOnlyList<Series> series, Moment since, TimeSpan slot)
    {
        var slots = series.SelectMany(s => Steps(instrument, s)).Where(step => step.Time >= since && step.Count > 0)
            .GroupBy(step => (step.Time.Time - DateTimeOffset.UnixEpoch).Ticks / Math.Max(1, slot.Ticks))
            .OrderBy(group => group.Key)
            .Select(group => (group.Last().Time, Steps: group.ToList()))
            .ToList();
        return [.. Percentiles.Select(percentile => new ChartLine(
            percentile.Name,
            [.. from s in slots
                let value = Distribution.Percentile(s.Steps, percentile.Share)
                where value is not null
                select new ChartPoint(s.Time, value.Value)]))];
    }

    /// <summary>What came in with each point: the point itself, or its difference from the one before.</summary>
    private static IEnumerable<HistogramPoint> Steps(InstrumentInfo instrument, Series series)
    {
        HistogramPoint? before = null;
        foreach (var point in series.Points.OfType<HistogramPoint>())
        {
            if (instrument.IsDelta || (before is null && series.Begin.IsKnown))
                yield return point;
            else if (before is not null)
                yield return Distribution.Difference(before, point);
            before = point;
        }
    }

    private static IEnumerable<ChartPoint> Increases(InstrumentInfo instrument, Series series)
    {
        NumberPoint? before = null;
        foreach (var point in series.Points.OfType<NumberPoint>())
        {
            var from = before?.Time ?? (instrument.IsDelta ? point.Start : series.Begin);
            var seconds = (point.Time - from).TotalSeconds;
            if (seconds > 0 && from.IsKnown)
                yield return new ChartPoint(point.Time, Increase(instrument, before, point) / seconds);
            before = point;
        }
    }

    /// <summary>A sum that went down, or that began later, has started anew: then all of it is new.</summary>
    private static double Increase(InstrumentInfo instrument, NumberPoint? before, NumberPoint point) =>
        instrument.IsDelta || before is null || point.Value < before.Value || point.Start > before.Time ? point.Value : point.Value - before.Value;

    /// <summary>The tags that differ within the instrument; all of them would repeat what is the same everywhere.</summary>
    private static string Name(Series series, IReadOnlyList<Series> all)
    {
        var same = all.Count < 2 ? [] : series.Tags.Where(tag => all.All(other => other.Tags.Contains(tag))).ToHashSet();
        var parts = series.Tags.Where(tag => !same.Contains(tag)).Select(tag => tag.Value.Length == 0 ? tag.Key : tag.Value).ToList();
        if (all.Select(s => s.Instance).Distinct(StringComparer.Ordinal).Count() > 1)
            parts.Add(series.Instance);
        return parts.Count == 0 ? "value" : string.Join(", ", parts);
    }
}

/// <summary>Sums over distributions.</summary>
internal static class Distribution
{
    /// <summary>What came in between two points; all of the later one when it started anew or has other buckets.</summary>
    public static HistogramPoint Difference(HistogramPoint before, HistogramPoint after)
    {
        var goesOn = after.Start <= before.Time && after.Count >= before.Count && after.Bounds.AsSpan().SequenceEqual(before.Bounds)
            && after.Buckets.Zip(before.Buckets).All(pair => pair.First >= pair.Second);
        return goesOn
            ? after with
            {
                Count = after.Count - before.Count,
                Sum = after.Sum - before.Sum,
                Buckets = [.. after.Buckets.Zip(before.Buckets, (now, then) => now - then)],
            }
            : after;
    }

    /// <summary>
    /// The value that a share of all measurements stays under, taking those of a bucket as spread evenly over it.
    /// Beyond the last bound nothing is known but that bound. Null without measurements.
    /// </summary>
    public static double? Percentile(IReadOnlyList<HistogramPoint> points, double share)
    {
        // Of distributions with other buckets only those like the last one can be added up.
        var bounds = points[^1].Bounds;
        var alike = points.Where(point => point.Bounds.AsSpan().SequenceEqual(bounds)).ToList();
        var total = alike.Sum(point => (double)point.Count);
        if (total == 0)
            return null;
        if (bounds.Length == 0)
            return alike.Sum(point => point.Sum) / total;
        var wanted = total * share;
        double passed = 0;
        for (var i = 0; i < bounds.Length; i++)
        {
            var count = alike.Sum(point => (double)point.Buckets[i]);
            if (passed + count >= wanted && count > 0)
            {
                var low = i > 0 ? bounds[i - 1] : Math.Min(0, bounds[0]);
                return low + ((bounds[i] - low) * (wanted - passed) / count);
            }

            passed += count;
        }

        return bounds[^1];
    }
}
