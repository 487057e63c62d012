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
    private readonly Gauge<double> _lag;

    public MessagingMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        _sent = meter.CreateCounter<long>("regio.outbox.sent", "{message}", "Messages that the broker confirmed.");
        _refused = meter.CreateCounter<long>("regio.outbox.refused", "{message}", "Messages that could not be sent and wait.");
        _delay = meter.CreateHistogram<double>("regio.outbox.delay", "s", "Time from the write to the broker's confirmation.");
        _duplicates = meter.CreateCounter<long>("regio.inbox.duplicates", "{message}", "Messages that were handled before.");
        _lag = meter.CreateGauge<double>(
            "regio.inbox.lag", "s", "How long ago it happened, at the time when the latest message of a publisher took effect here.");
    }

    /// <param name="consumer">The queue.</param>
    /// <param name="publisher">Namespace of the message, which names who publishes it.</param>
    /// <param name="lag">Time from what happened to its effect here.</param>
    public void Handled(string consumer, string publisher, TimeSpan lag) => _lag.Record(
        lag.TotalSeconds,
        new KeyValuePair<string, object?>("messaging.destination.name", consumer),
        new KeyValuePair<string, object?>("regio.publisher", publisher));

    public void Sent(TimeSpan delay)
    {
        _sent.Add(1);
        _delay.Record(delay.TotalSeconds);
    }

    public void Refused() => _refused.Add(1);

    public void Duplicate(string consumer) => _duplicates.Add(1, new KeyValuePair<string, object?>("messaging.destination.name", consumer));
}
