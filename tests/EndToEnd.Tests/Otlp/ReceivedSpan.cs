using OpenTelemetry.Proto.Trace.V1;

namespace Regio.EndToEnd.Tests.Otlp;

/// <summary>A span as the collector saw it.</summary>
public sealed record ReceivedSpan(
    string Service,
    string Scope,
    string TraceId,
    string SpanId,
    string ParentSpanId,
    string Name,
    Span.Types.SpanKind Kind,
    IReadOnlyDictionary<string, string> Attributes)
{
    public static ReceivedSpan From(string service, string scope, Span span) =>
        new(
            service,
            scope,
            Hex(span.TraceId),
            Hex(span.SpanId),
            Hex(span.ParentSpanId),
            span.Name,
            span.Kind,
            span.Attributes
                .GroupBy(attribute => attribute.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Last().Value.ToString(), StringComparer.Ordinal));

    private static string Hex(Google.Protobuf.ByteString bytes) => Convert.ToHexStringLower(bytes.Span);
}
