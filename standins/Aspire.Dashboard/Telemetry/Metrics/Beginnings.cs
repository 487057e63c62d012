using Aspire.Dashboard.Configuration;

namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>
/// Knows since when a new line counts. A sum says since when its process counts, not since when this line of it does: a line
/// that was not in the batch before began after it, so all that it says is new.
/// </summary>
internal sealed class Beginnings(TelemetryLimits limits)
{
    // A process that is this young when it is first heard of has said everything.
    private static readonly TimeSpan Youth = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string Sender, string Instance), Moment> _last = [];

    /// <summary>Unknown where more may have been counted before than anybody here has seen.</summary>
    public Moment Of(Measured first)
    {
        if (_last.TryGetValue((first.Instrument.Id.Sender, first.Instance), out var before) && before < first.Point.Time)
            return before;
        return first.Point.Start.IsKnown && first.Point.Time - first.Point.Start < Youth ? first.Point.Start : default;
    }

    /// <summary>Takes note of a batch whose lines are known by now.</summary>
    public void Note(IReadOnlyList<Measured> batch)
    {
        foreach (var measured in batch)
        {
            var key = (measured.Instrument.Id.Sender, measured.Instance);
            if (_last.TryGetValue(key, out var last) ? measured.Point.Time > last : _last.Count < limits.Series)
                _last[key] = measured.Point.Time;
        }
    }
}
