using OpenTelemetry.Proto.Trace.V1;

namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>A span as it is held and shown.</summary>
public sealed record SpanRecord
{
    public required TraceId TraceId { get; init; }

    public required SpanId Id { get; init; }

    /// <summary>Empty for the first span of a trace.</summary>
    public required SpanId ParentId { get; init; }

    public required Sender Sender { get; init; }

    public required string Scope { get; init; }

    public required string Name { get; init; }

    public required Span.Types.SpanKind Kind { get; init; }

    public required Moment Start { get; init; }

    public required Moment End { get; init; }

    public required bool IsError { get; init; }

    public required string StatusMessage { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    public required IReadOnlyList<SpanEvent> Events { get; init; }

    public required IReadOnlyList<SpanLink> Links { get; init; }

    /// <summary>Roughly what it takes in memory.</summary>
    public required long Size { get; init; }

    public TimeSpan Duration => End - Start;

    public bool IsMessaging => Kind is Span.Types.SpanKind.Producer or Span.Types.SpanKind.Consumer;

    public string? this[string key]
    {
        get
        {
            foreach (var tag in Tags)
            {
                if (tag.Key == key)
                    return tag.Value;
            }

            return null;
        }
    }
}

/// <summary>Something that happened during a span.</summary>
public sealed record SpanEvent(Moment Time, string Name, IReadOnlyList<Tag> Tags);

/// <summary>Another span that a span has to do with.</summary>
public sealed record SpanLink(TraceId TraceId, SpanId SpanId, IReadOnlyList<Tag> Tags);
