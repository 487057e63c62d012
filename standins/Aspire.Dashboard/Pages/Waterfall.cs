using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Logs;
using Aspire.Dashboard.Telemetry.Traces;
using OpenTelemetry.Proto.Trace.V1;

namespace Aspire.Dashboard.Pages;

/// <summary>A span at its place in the drawing; positions go from 0 to 1000.</summary>
public sealed record WaterfallRow(SpanRecord Span, int Depth, double From, double Width)
{
    /// <summary>How long a received message was under way; null for other spans.</summary>
    public TimeSpan? Waited { get; init; }

    /// <summary>The stretch from the end of the sending to the start of the receiving.</summary>
    public (double From, double To)? OnTheBus { get; init; }

    /// <summary>Where log records were written.</summary>
    public IReadOnlyList<double> LogMarks { get; init; } = [];
}

/// <summary>
/// The spans of a trace as a tree, parents before children, children by start. Spans whose parent has not come in
/// stand at the top, and so does one span of a circle.
/// </summary>
public sealed class Waterfall
{
    private const double Full = 1000;
    private const double Thinnest = 2;

    private readonly Dictionary<SpanId, SpanRecord> _byId;
    private readonly ILookup<SpanId, SpanRecord> _children;
    private readonly ILookup<SpanId, LogRecord> _logs;
    private readonly List<WaterfallRow> _rows = [];

    public Waterfall(IReadOnlyList<SpanRecord> spans, IReadOnlyList<LogRecord> logs)
    {
        _byId = spans.ToDictionary(span => span.Id);
        _children = spans.Where(span => !span.ParentId.IsEmpty).OrderBy(span => span.Start).ToLookup(span => span.ParentId);
        _logs = logs.Where(record => !record.SpanId.IsEmpty).ToLookup(record => record.SpanId);
        Start = spans.Min(span => span.Start);
        Length = spans.Max(span => span.End) - Start;
        Senders = [.. spans.Select(span => span.Sender.Name).Distinct(StringComparer.Ordinal)];
        Arrange(spans);
    }

    public IReadOnlyList<WaterfallRow> Rows => _rows;

    public Moment Start { get; }

    public TimeSpan Length { get; }

    public IReadOnlyList<string> Senders { get; }

    private void Arrange(IReadOnlyList<SpanRecord> spans)
    {
        var placed = new HashSet<SpanId>();
        var roots = spans.Where(span => span.ParentId.IsEmpty || !_byId.ContainsKey(span.ParentId));
        foreach (var root in roots.Concat(spans))
        {
            // A stack and not recursion: a trace may be as deep as it is long.
            var waiting = new Stack<(SpanRecord Span, int Depth)>([(root, 0)]);
            while (waiting.TryPop(out var next))
            {
                if (!placed.Add(next.Span.Id))
                    continue;
                _rows.Add(Row(next.Span, next.Depth));
                foreach (var child in _children[next.Span.Id].Reverse())
                    waiting.Push((child, next.Depth + 1));
            }
        }
    }

    private WaterfallRow Row(SpanRecord span, int depth)
    {
        var from = At(span.Start);
        var row = new WaterfallRow(span, depth, Math.Min(from, Full - Thinnest), Math.Max(Thinnest, At(span.End) - from))
        {
            LogMarks = [.. _logs[span.Id].Select(record => Math.Clamp(At(record.Time), 0, Full))],
        };
        if (span.Kind != Span.Types.SpanKind.Consumer || Sending(span) is not { } sending || span.Start <= sending.End)
            return row;
        return row with { Waited = span.Start - sending.End, OnTheBus = (At(sending.End), from) };
    }

    /// <summary>The span that sent what this one received: its parent, or one that it links to.</summary>
    private SpanRecord? Sending(SpanRecord span) =>
        new[] { span.ParentId }.Concat(span.Links.Where(link => link.TraceId == span.TraceId).Select(link => link.SpanId))
            .Select(id => _byId.GetValueOrDefault(id))
            .FirstOrDefault(other => other?.Kind == Span.Types.SpanKind.Producer);

    private double At(Moment time) => Length == TimeSpan.Zero ? 0 : (time - Start) / Length * Full;
}
