using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>What the outbox and the inbox count.</summary>
internal sealed class MessagingMetrics
{
    public const string MeterName = "Regio.Messaging";

    private readonly Counter<long> _sent;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _duplicates;
    private readonly Histogram<double> _delay;
    private readonly ConcurrentDictionary<string, long> _setAside = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _waiting = new(StringComparer.Ordinal);
    private readonly Histogram<double> _effect;
    private readonly InboxLag _lag;

    public MessagingMetrics(IMeterFactory factory, InboxLag lag)
    {
        _lag = lag;
        var meter = factory.Create(MeterName);
        _sent = meter.CreateCounter<long>("regio.outbox.sent", "{message}", "Messages that the broker confirmed.");
        _refused = meter.CreateCounter<long>("regio.outbox.refused", "{message}", "Messages that could not be sent and wait.");
        _delay = meter.CreateHistogram<double>("regio.outbox.delay", "s", "Time from the write to the broker's confirmation.");
        _duplicates = meter.CreateCounter<long>("regio.inbox.duplicates", "{message}", "Messages that were handled before.");
        _effect = meter.CreateHistogram<double>("regio.inbox.delay", "s", "Time from what happened to its effect here.");
        meter.CreateObservableGauge("regio.inbox.lag", MeasureLag, "s", "How far this service is behind its publishers.");
        meter.CreateObservableGauge("regio.inbox.waiting", () => Counts(_waiting), "{message}", "Messages that no reader has yet.");
        meter.CreateObservableGauge("regio.inbox.set_aside", () => Counts(_setAside), "{message}", "Messages that lie in the error queues of this service.");
    }

    /// <param name="consumer">The queue.</param>
    /// <param name="publisher">Namespace of the message, which names who publishes it.</param>
    /// <param name="lag">Time from what happened to its effect here.</param>
    public void Handled(string consumer, string publisher, TimeSpan lag)
    {
        _lag.Handled(consumer, lag);
        _effect.Record(lag.TotalSeconds, Queue(consumer), new KeyValuePair<string, object?>("regio.publisher", publisher));
    }

    public void Sent(TimeSpan delay)
    {
        _sent.Add(1);
        _delay.Record(delay.TotalSeconds);
    }

    public void Refused() => _refused.Add(1);

    public void Duplicate(string consumer) => _duplicates.Add(1, Queue(consumer));

    public void Waiting(string queue, long count)
    {
        _waiting[queue] = count;
        _lag.Counted(queue, count);
    }

    public void SetAside(string queue, long count) => _setAside[queue] = count;

    private IEnumerable<Measurement<double>> MeasureLag() =>
        _lag.Measure().Select(measured => new Measurement<double>(measured.Lag.TotalSeconds, Queue(measured.Queue)));

    private static IEnumerable<Measurement<long>> Counts(ConcurrentDictionary<string, long> queues) =>
        queues.Select(queue => new Measurement<long>(queue.Value, Queue(queue.Key)));

    private static KeyValuePair<string, object?> Queue(string name) => new("messaging.destination.name", name);
}
