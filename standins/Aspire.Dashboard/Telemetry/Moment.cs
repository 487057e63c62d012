namespace Aspire.Dashboard.Telemetry;

/// <summary>A time of telemetry: nanoseconds since 1970, UTC.</summary>
public readonly record struct Moment(long Nanoseconds) : IComparable<Moment>
{
    private const long PerTick = 100;

    public bool IsKnown => Nanoseconds > 0;

    public DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddTicks(Nanoseconds / PerTick);

    /// <summary>What a sender says, in whatever form; beyond the year 2262 it is not taken at its word.</summary>
    public static Moment From(ulong nanoseconds) => new((long)Math.Min(nanoseconds, long.MaxValue));

    public static Moment From(DateTimeOffset time) => new((time - DateTimeOffset.UnixEpoch).Ticks * PerTick);

    public int CompareTo(Moment other) => Nanoseconds.CompareTo(other.Nanoseconds);

    public static bool operator <(Moment left, Moment right) => left.Nanoseconds < right.Nanoseconds;

    public static bool operator >(Moment left, Moment right) => left.Nanoseconds > right.Nanoseconds;

    public static bool operator <=(Moment left, Moment right) => left.Nanoseconds <= right.Nanoseconds;

    public static bool operator >=(Moment left, Moment right) => left.Nanoseconds >= right.Nanoseconds;

    /// <summary>The time between two moments; never less than nothing.</summary>
    public static TimeSpan operator -(Moment end, Moment start) => TimeSpan.FromTicks(Math.Max(0, end.Nanoseconds - start.Nanoseconds) / PerTick);
}
