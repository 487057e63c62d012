namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>Which traces are looked for: those with a span that has all of this, in a trace that lasts as long as asked.</summary>
public sealed record TraceFilter
{
    public string? Sender { get; init; }

    /// <summary>Part of the name of a span, whatever its case, or a trace id.</summary>
    public string? Name { get; init; }

    /// <summary>Name of an attribute.</summary>
    public string? TagKey { get; init; }

    /// <summary>Part of the value of that attribute; of any one without a name.</summary>
    public string? TagValue { get; init; }

    public TimeSpan? AtLeast { get; init; }

    public bool OnlyErrors { get; init; }

    public bool Matches(Trace trace)
    {
        if (OnlyErrors && !trace.HasError)
            return false;
        if (AtLeast is { } least && trace.End - trace.Start < least)
            return false;
        if (Name is { Length: 32 } && TraceId.Parse(Name) == trace.Id)
            return true;
        if (Sender is null && Name is null && TagKey is null && TagValue is null)
            return true;
        foreach (var span in trace.Spans)
        {
            if (Matches(span))
                return true;
        }

        return false;
    }

    private bool Matches(SpanRecord span) =>
        (Sender is null || span.Sender.Name == Sender)
        && (Name is null || span.Name.Contains(Name, StringComparison.OrdinalIgnoreCase))
        && ((TagKey is null && TagValue is null) || HasTag(span));

    private bool HasTag(SpanRecord span)
    {
        foreach (var tag in span.Tags)
        {
            if ((TagKey is null || tag.Key.Equals(TagKey, StringComparison.OrdinalIgnoreCase))
                && (TagValue is null || tag.Value.Contains(TagValue, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    /// <summary>Reads "key=value", "key" or "=value", as people type it.</summary>
    public static (string? Key, string? Value) ParseTag(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return (null, null);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (text.Trim(), null) : (NullIfEmpty(text[..equals].Trim()), NullIfEmpty(text[(equals + 1)..].Trim()));
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
