using System.Globalization;
using System.Text.Json;
using Google.Protobuf.Collections;
using OpenTelemetry.Proto.Common.V1;
using Aspire.Dashboard.Configuration;

namespace Aspire.Dashboard.Telemetry;

/// <summary>An attribute as it is shown.</summary>
public readonly record struct Tag(string Key, string Value)
{
    /// <summary>Roughly what it takes in memory.</summary>
    public long Size => 32 + (2L * Value.Length);
}

/// <summary>Makes tags of what was sent, within the limits.</summary>
internal sealed class TagReader(TelemetryLimits limits, Drops drops)
{
    private const int Remembered = 4096;
    private const int LongestRemembered = 64;
    private const int LongestKey = 256;

    // The same few keys and short values come again and again; held once, most of the memory is saved. A collision only forgets.
    private readonly string[] _known = new string[Remembered];

    public Tag[] Read(RepeatedField<KeyValue> attributes)
    {
        var count = Math.Min(attributes.Count, limits.Attributes);
        if (attributes.Count > count)
            drops.Add(Drop.Attributes, attributes.Count - count);
        if (count == 0)
            return [];
        var tags = new Tag[count];
        for (var i = 0; i < count; i++)
            tags[i] = new Tag(Key(attributes[i].Key), Value(attributes[i].Value));
        return tags;
    }

    public string Value(AnyValue? value) => value?.ValueCase switch
    {
        AnyValue.ValueOneofCase.StringValue => Text(value.StringValue),
        AnyValue.ValueOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        AnyValue.ValueOneofCase.IntValue => Text(value.IntValue.ToString(CultureInfo.InvariantCulture)),
        AnyValue.ValueOneofCase.DoubleValue => value.DoubleValue.ToString("R", CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.BytesValue => Text(value.BytesValue.ToBase64()),
        AnyValue.ValueOneofCase.ArrayValue or AnyValue.ValueOneofCase.KvlistValue => Text(JsonSerializer.Serialize(Plain(value))),
        _ => "",
    };

    /// <summary>A text within the limit, shared with equal ones where it is short.</summary>
    public string Text(string text) => Text(text, limits.TextLength);

    private string Text(string text, int longest)
    {
        if (text.Length > longest)
        {
            drops.Add(Drop.Text, 1);
            return string.Concat(text.AsSpan(0, longest), "…");
        }

        if (text.Length > LongestRemembered)
            return text;
        ref var known = ref _known[(uint)text.GetHashCode(StringComparison.Ordinal) % Remembered];
        if (known == text)
            return known;
        return known = text;
    }

    /// <summary>Names of attributes are not cut where texts are: what is looked for by name must be found.</summary>
    private string Key(string name) => Text(name, Math.Max(limits.TextLength, LongestKey));

    private static object? Plain(AnyValue? value) => value?.ValueCase switch
    {
        AnyValue.ValueOneofCase.StringValue => value.StringValue,
        AnyValue.ValueOneofCase.BoolValue => value.BoolValue,
        AnyValue.ValueOneofCase.IntValue => value.IntValue,
        AnyValue.ValueOneofCase.DoubleValue => double.IsFinite(value.DoubleValue) ? value.DoubleValue : value.DoubleValue.ToString(CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.BytesValue => value.BytesValue.ToBase64(),
        AnyValue.ValueOneofCase.ArrayValue => value.ArrayValue.Values.Select(Plain).ToList(),
        AnyValue.ValueOneofCase.KvlistValue => value.KvlistValue.Values
            .GroupBy(item => item.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Plain(group.Last().Value), StringComparer.Ordinal),
        _ => null,
    };
}
