namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>What an instrument measures.</summary>
public enum InstrumentKind
{
    /// <summary>A value that is what it is.</summary>
    Gauge,

    /// <summary>A sum that never goes down; shown as its increase per second.</summary>
    Counter,

    /// <summary>A sum that goes up and down; shown as it is.</summary>
    UpDownCounter,

    /// <summary>A distribution; shown as percentiles.</summary>
    Histogram,
}

/// <summary>Names an instrument of a service.</summary>
public sealed record InstrumentId(string Sender, string Meter, string Name);

/// <summary>What an instrument is.</summary>
public sealed record InstrumentInfo(InstrumentId Id, string Description, string Unit, InstrumentKind Kind, bool IsDelta);

/// <summary>A value at a moment, or since <paramref name="Start"/> for a sum.</summary>
internal abstract record Point(Moment Start, Moment Time)
{
    /// <summary>Roughly what it takes in memory.</summary>
    public abstract long Size { get; }
}

internal sealed record NumberPoint(Moment Start, Moment Time, double Value) : Point(Start, Time)
{
    public override long Size => 48;
}

/// <summary>A distribution: one bucket more than there are bounds; a bound belongs to the bucket below it.</summary>
internal sealed record HistogramPoint(Moment Start, Moment Time, ulong Count, double Sum, double[] Bounds, ulong[] Buckets) : Point(Start, Time)
{
    public override long Size => 112 + (8L * Buckets.Length);
}

/// <summary>A point with what tells its line from the other lines of the instrument.</summary>
internal sealed record Measured(InstrumentInfo Instrument, string Instance, IReadOnlyList<Tag> Tags, Point Point);
