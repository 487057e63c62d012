using Aspire.Dashboard.Configuration;

namespace Aspire.Dashboard.Telemetry.Logs;

/// <summary>How grave a log record is.</summary>
public enum Severity
{
    Trace,
    Debug,
    Information,
    Warning,
    Error,
    Critical,
}

/// <summary>A log record as it is held and shown.</summary>
public sealed record LogRecord
{
    /// <summary>Counts up with each record held; another one after a restart.</summary>
    public long Id { get; init; }

    public required Moment Time { get; init; }

    public required Severity Severity { get; init; }

    public required Sender Sender { get; init; }

    /// <summary>The category of the logger.</summary>
    public required string Scope { get; init; }

    public required string Message { get; init; }

    /// <summary>Empty when it was not written during a trace.</summary>
    public required TraceId TraceId { get; init; }

    public required SpanId SpanId { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>Roughly what it takes in memory.</summary>
    public long Size => 200 + (2L * Message.Length) + Traces.Sizes.Of(Tags);
}

/// <summary>Which log records are looked for.</summary>
public sealed record LogFilter
{
    public string? Sender { get; init; }

    public Severity AtLeast { get; init; }

    /// <summary>Part of the message, the category or the value of an attribute, whatever its case.</summary>
    public string? Text { get; init; }

    public TraceId TraceId { get; init; }

    public SpanId SpanId { get; init; }

    public bool Matches(LogRecord record) =>
        record.Severity >= AtLeast
        && (Sender is null || record.Sender.Name == Sender)
        && (TraceId.IsEmpty || record.TraceId == TraceId)
        && (SpanId.IsEmpty || record.SpanId == SpanId)
        && (Text is null || HasText(record, Text));

    private static bool HasText(LogRecord record, string text) =>
        record.Message.Contains(text, StringComparison.OrdinalIgnoreCase)
        || record.Scope.Contains(text, StringComparison.OrdinalIgnoreCase)
        || record.Tags.Any(tag => tag.Value.Contains(text, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A page of log records, newest first.</summary>
public sealed record LogPage(IReadOnlyList<LogRecord> Records, int Matching, int Held);

/// <summary>Holds the newest log records within the limits.</summary>
internal sealed class LogStore(TelemetryLimits limits, Drops drops)
{
    private readonly Lock _gate = new();
    private readonly Queue<LogRecord> _oldestFirst = new();
    private long _lastId;
    private long _bytes;

    public (int Logs, long Bytes) Held
    {
        get
        {
            lock (_gate)
                return (_oldestFirst.Count, _bytes);
        }
    }

    public void Add(IReadOnlyList<LogRecord> records)
    {
        lock (_gate)
        {
            foreach (var record in records)
            {
                _oldestFirst.Enqueue(record with { Id = ++_lastId });
                _bytes += record.Size;
            }

            while (_oldestFirst.Count > 1 && (_oldestFirst.Count > limits.Logs || _bytes > limits.BytesPerSignal))
            {
                _bytes -= _oldestFirst.Dequeue().Size;
                drops.Add(Drop.OldLogs, 1);
            }
        }
    }

    public LogPage Find(LogFilter filter, int skip, int take)
    {
        lock (_gate)
        {
            var matching = _oldestFirst.Where(filter.Matches).ToList();
            var page = matching.OrderByDescending(record => record.Time).ThenByDescending(record => record.Id).Skip(skip).Take(take);
            return new LogPage([.. page], matching.Count, _oldestFirst.Count);
        }
    }

    public LogRecord? Get(long id)
    {
        lock (_gate)
            return _oldestFirst.FirstOrDefault(record => record.Id == id);
    }
}
