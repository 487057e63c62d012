using Aspire.Dashboard.Configuration;

namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>A line of the list of traces.</summary>
public sealed record TraceSummary(
    TraceId Id, long Order, SpanRecord First, Moment Start, TimeSpan Duration, bool HasError, int Spans, IReadOnlyList<(string Sender, int Spans, bool HasError)> Senders);

/// <summary>A page of the list of traces.</summary>
public sealed record TraceList(IReadOnlyList<TraceSummary> Traces, int Matching, int Held);

/// <summary>A span of another trace that is linked with one of this trace.</summary>
internal sealed record IncomingLink(SpanRecord From, SpanLink Link);

/// <summary>Holds the newest traces within the limits.</summary>
internal sealed class TraceStore(TelemetryLimits limits, Drops drops)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TraceId, LinkedListNode<Trace>> _traces = [];
    private readonly LinkedList<Trace> _oldestFirst = [];
    private long _order;
    private long _bytes;
    private long _spans;

    public (int Traces, long Spans, long Bytes) Held
    {
        get
        {
            lock (_gate)
                return (_traces.Count, _spans, _bytes);
        }
    }

    public void Add(IReadOnlyList<SpanRecord> spans)
    {
        lock (_gate)
        {
            foreach (var span in spans)
                Add(span);
            while (_traces.Count > 1 && (_traces.Count > limits.Traces || _bytes > limits.BytesPerSignal))
                RemoveOldest();
        }
    }

    public TraceList Find(TraceFilter filter, int skip, int take)
    {
        lock (_gate)
        {
            var matching = _oldestFirst.Where(filter.Matches).OrderByDescending(trace => trace.Start).ToList();
            return new TraceList([.. matching.Skip(skip).Take(take).Select(Summarize)], matching.Count, _traces.Count);
        }
    }

    /// <summary>The spans of a trace, earliest first; none when it is not held.</summary>
    public IReadOnlyList<SpanRecord> Get(TraceId id)
    {
        lock (_gate)
            return _traces.TryGetValue(id, out var node) ? [.. node.Value.Spans.OrderBy(span => span.Start)] : [];
    }

    public SpanRecord? Find(TraceId traceId, SpanId id)
    {
        lock (_gate)
            return _traces.TryGetValue(traceId, out var node) ? node.Value.Spans.FirstOrDefault(span => span.Id == id) : null;
    }

    /// <summary>Links from other traces to this one.</summary>
    public IReadOnlyList<IncomingLink> LinksTo(TraceId id)
    {
        lock (_gate)
        {
            return [.. from trace in _oldestFirst
                       where trace.HasLinks && trace.Id != id
                       from span in trace.Spans
                       from link in span.Links
                       where link.TraceId == id
                       select new IncomingLink(span, link)];
        }
    }

    private void Add(SpanRecord span)
    {
        if (!_traces.TryGetValue(span.TraceId, out var node))
        {
            node = _oldestFirst.AddLast(new Trace(span.TraceId, ++_order));
            _traces.Add(span.TraceId, node);
        }

        if (node.Value.Count >= limits.SpansPerTrace)
        {
            drops.Add(Drop.SpansBeyondTrace, 1);
            return;
        }

        if (!node.Value.TryAdd(span))
            return;
        _bytes += span.Size;
        _spans++;
    }

    private void RemoveOldest()
    {
        var oldest = _oldestFirst.First!.Value;
        _oldestFirst.RemoveFirst();
        _traces.Remove(oldest.Id);
        _bytes -= oldest.Size;
        _spans -= oldest.Count;
        drops.Add(Drop.OldSpans, oldest.Count);
    }

    private static TraceSummary Summarize(Trace trace) => new(
        trace.Id, trace.Order, trace.First(), trace.Start, trace.End - trace.Start, trace.HasError, trace.Count,
        [.. trace.Spans.GroupBy(span => span.Sender.Name)
            .Select(group => (group.Key, Spans: group.Count(), HasError: group.Any(span => span.IsError)))
            .OrderByDescending(sender => sender.Spans)]);
}
