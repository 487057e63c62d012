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

    public MessagingMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        _sent = meter.CreateCounter<long>("regio.outbox.sent", "{message}", "Messages that the broker confirmed.");
        _refused = meter.CreateCounter<long>("regio.outbox.refused", "{message}", "Messages that could not be sent and wait.");
        _delay = meter.CreateHistogram<double>("regio.outbox.delay", "s", "Time from the write to the broker's confirmation.");
        _duplicates = meter.CreateCounter<long>("regio.inbox.duplicates", "{message}", "Messages that were handled before.");
        meter.CreateObservableGauge("regio.inbox.set_aside", CountSetAside, "{message}", "Messages that lie in the error queues of this service.");
    }

    public void Sent(TimeSpan delay)
    {
        _sent.Add(1);
        _delay.Record(delay.TotalSeconds);
    }

    public void Refused() => _refused.Add(1);

    public void Duplicate(string consumer) => _duplicates.Add(1, new KeyValuePair<string, object?>("messaging.destination.name", consumer));

    public void SetAside(string queue, long count) => _setAside[queue] = count;

    private IEnumerable<Measurement<long>> CountSetAside() => _setAside.Select(queue =>
        new Measurement<long>(queue.Value, new KeyValuePair<string, object?>("messaging.destination.name", queue.Key)));
}
