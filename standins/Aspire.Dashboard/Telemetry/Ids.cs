using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;

namespace Aspire.Dashboard.Telemetry;

/// <summary>The id of a trace: 16 bytes, never all zero.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TraceId(ulong High, ulong Low)
{
    public bool IsEmpty => (High | Low) == 0;

    /// <summary>Empty when the bytes are no trace id.</summary>
    public static TraceId From(ByteString bytes) => bytes.Length == 16
        ? new TraceId(BinaryPrimitives.ReadUInt64BigEndian(bytes.Span), BinaryPrimitives.ReadUInt64BigEndian(bytes.Span[8..]))
        : default;

    /// <summary>Empty when the text is no trace id.</summary>
    public static TraceId Parse(string? text) =>
        text is { Length: 32 }
        && ulong.TryParse(text.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var high)
        && ulong.TryParse(text.AsSpan(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low)
            ? new TraceId(high, low)
            : default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:x16}{Low:x16}");
}

/// <summary>The id of a span: 8 bytes, never all zero.</summary>
public readonly record struct SpanId(ulong Value)
{
    public bool IsEmpty => Value == 0;

    /// <summary>Empty when the bytes are no span id.</summary>
    public static SpanId From(ByteString bytes) =>
        bytes.Length == 8 ? new SpanId(BinaryPrimitives.ReadUInt64BigEndian(bytes.Span)) : default;

    /// <summary>Empty when the text is no span id.</summary>
    public static SpanId Parse(string? text) =>
        text is { Length: 16 } && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new SpanId(value)
            : default;

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
