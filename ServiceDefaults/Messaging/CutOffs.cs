namespace Regio.ServiceDefaults.Messaging;

/// <summary>Since when queues of this service are without their reader although the broker answers.</summary>
internal sealed class CutOffs(TimeSpan longest)
{
    private readonly Dictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);

    /// <summary>A broker that does not answer explains every cut: the count begins anew when it is back.</summary>
    public void BrokerIsAway() => _since.Clear();

    /// <summary>Takes note of the queues that are cut off now.</summary>
    /// <returns>Those that have been so for too long.</returns>
    public IReadOnlyList<string> Note(IReadOnlyCollection<string> cutOff, DateTimeOffset now)
    {
        foreach (var reading in _since.Keys.Except(cutOff, StringComparer.Ordinal).ToList())
            _since.Remove(reading);
        foreach (var queue in cutOff)
            _since.TryAdd(queue, now);
        return [.. _since.Where(entry => now - entry.Value >= longest).Select(entry => entry.Key).Order(StringComparer.Ordinal)];
    }
}
