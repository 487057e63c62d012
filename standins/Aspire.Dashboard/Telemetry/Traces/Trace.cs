namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>The spans of one trace that have come in so far; only touched under the lock of its store.</summary>
public sealed class Trace(TraceId id, long order)
{
    private readonly Dictionary<SpanId, SpanRecord> _spans = [];

    public TraceId Id { get; } = id;

    /// <summary>Counts up with each new trace.</summary>
    public long Order { get; } = order;

    public Moment Start { get; private set; } = new(long.MaxValue);

    public Moment End { get; private set; }

    public bool HasError { get; private set; }

    public bool HasLinks { get; private set; }

    public long Size { get; private set; }

    public int Count => _spans.Count;

    public IReadOnlyCollection<SpanRecord> Spans => _spans.Values;

    /// <summary>False for a span that is there already, as after a repeated request.</summary>
    public bool TryAdd(SpanRecord span)
    {
        if (!_spans.TryAdd(span.Id, span))
            return false;
        Size += span.Size;
        HasError |= span.IsError;
        HasLinks |= span.Links.Count > 0;
        if (span.Start < Start)
            Start = span.Start;
        if (span.End > End)
            End = span.End;
        return true;
    }

    /// <summary>What the trace is called after: its first span, or the earliest there is when that has not come in.</summary>
    public SpanRecord First() =>
        _spans.Values.Where(span => span.ParentId.IsEmpty).MinBy(span => span.Start) ?? _spans.Values.MinBy(span => span.Start)!;
}
