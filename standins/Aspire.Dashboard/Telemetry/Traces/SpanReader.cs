using Aspire.Dashboard.Configuration;
using OpenTelemetry.Proto.Trace.V1;

namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>Makes span records of what was sent.</summary>
internal sealed class SpanReader(TelemetryLimits limits, Drops drops, TagReader tags, Senders senders)
{
    private const long Overhead = 320;

    /// <summary>The spans that are well-formed; how many are not is counted in the answer.</summary>
    public (List<SpanRecord> Spans, int Invalid) Read(IReadOnlyCollection<ResourceSpans> batch)
    {
        var spans = new List<SpanRecord>();
        var invalid = 0;
        foreach (var resource in batch)
        {
            var sender = senders.Of(resource.Resource);
            foreach (var scope in resource.ScopeSpans)
            {
                var name = tags.Text(scope.Scope?.Name ?? "");
                foreach (var span in scope.Spans)
                {
                    if (Read(sender, name, span) is { } record)
                        spans.Add(record);
                    else
                        invalid++;
                }
            }
        }

        return (spans, invalid);
    }

    private SpanRecord? Read(Sender sender, string scope, Span span)
    {
        var traceId = TraceId.From(span.TraceId);
        var id = SpanId.From(span.SpanId);
        if (traceId.IsEmpty || id.IsEmpty)
            return null;
        var read = tags.Read(span.Attributes);
        var events = span.Events.Count == 0 ? [] : Events(span);
        var links = span.Links.Count == 0 ? [] : Links(span);
        return new SpanRecord
        {
            TraceId = traceId,
            Id = id,
            ParentId = SpanId.From(span.ParentSpanId),
            Sender = sender,
            Scope = scope,
            Name = span.Name.Length == 0 ? "(unnamed)" : tags.Text(span.Name),
            Kind = span.Kind,
            Start = Moment.From(span.StartTimeUnixNano),
            End = Moment.From(Math.Max(span.StartTimeUnixNano, span.EndTimeUnixNano)),
            IsError = span.Status?.Code == Status.Types.StatusCode.Error,
            StatusMessage = tags.Text(span.Status?.Message ?? ""),
            Tags = read,
            Events = events,
            Links = links,
            Size = Overhead + (2L * span.Name.Length) + Sizes.Of(read) + events.Sum(e => 64 + Sizes.Of(e.Tags)) + links.Sum(l => 64 + Sizes.Of(l.Tags)),
        };
    }

    private List<SpanEvent> Events(Span span)
    {
        CountBeyond(span.Events.Count);
        return [.. span.Events.Take(limits.EventsPerSpan)
            .Select(e => new SpanEvent(Moment.From(e.TimeUnixNano), tags.Text(e.Name), tags.Read(e.Attributes)))];
    }

    private List<SpanLink> Links(Span span)
    {
        CountBeyond(span.Links.Count);
        return [.. span.Links.Take(limits.EventsPerSpan)
            .Select(l => new SpanLink(TraceId.From(l.TraceId), SpanId.From(l.SpanId), tags.Read(l.Attributes)))
            .Where(l => !l.TraceId.IsEmpty)];
    }

    private void CountBeyond(int count)
    {
        if (count > limits.EventsPerSpan)
            drops.Add(Drop.Events, count - limits.EventsPerSpan);
    }
}

/// <summary>Estimates of memory.</summary>
internal static class Sizes
{
    public static long Of(IReadOnlyList<Tag> tags)
    {
        long size = 0;
        foreach (var tag in tags)
            size += tag.Size;
        return size;
    }
}
