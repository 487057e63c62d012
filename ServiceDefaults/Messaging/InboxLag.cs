using System.Collections.Concurrent;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// How far this service is behind, queue by queue. While messages wait and none is handled it grows, so that a reader
/// that is stuck shows; when none waits it is nothing.
/// </summary>
internal sealed class InboxLag(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, State> _queues = new(StringComparer.Ordinal);

    /// <param name="queue">The queue that was read.</param>
    /// <param name="lag">Time from what happened to its effect here.</param>
    public void Handled(string queue, TimeSpan lag)
    {
        var now = time.GetUtcNow();
        _queues.AddOrUpdate(queue, _ => new State(lag, now, null), (_, state) => state with { Last = lag, HandledAt = now });
    }

    /// <param name="queue">The queue that was looked at.</param>
    /// <param name="waiting">Messages in it that no reader has yet.</param>
    public void Counted(string queue, long waiting)
    {
        var now = time.GetUtcNow();
        _queues.AddOrUpdate(queue, _ => State.New.After(waiting, now), (_, state) => state.After(waiting, now));
    }

    public IEnumerable<(string Queue, TimeSpan Lag)> Measure()
    {
        var now = time.GetUtcNow();
        return _queues.Select(queue => (queue.Key, queue.Value.At(now)));
    }

    private sealed record State(TimeSpan Last, DateTimeOffset HandledAt, DateTimeOffset? WaitingSince)
    {
        public static State New => new(TimeSpan.Zero, DateTimeOffset.MinValue, null);

        public State After(long waiting, DateTimeOffset now) => waiting > 0
            ? this with { WaitingSince = WaitingSince ?? now }
            : this with { WaitingSince = null, Last = TimeSpan.Zero };

        public TimeSpan At(DateTimeOffset now)
        {
            if (WaitingSince is not { } since)
                return Last;
            var still = now - (since > HandledAt ? since : HandledAt);
            return still > Last ? still : Last;
        }
    }
}
