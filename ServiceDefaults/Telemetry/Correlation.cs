using System.Diagnostics;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.Extensions.Logging;

namespace Regio.ServiceDefaults.Telemetry;

/// <summary>
/// The id that a caller gave a write goes with everything that the write sets in motion: it is an entry of the W3C trace
/// state, which calls, the outbox and the bus pass on, and it stands on every line that is logged on the way.
/// </summary>
internal static class Correlation
{
    public const string RequestIdKey = "request_id";
    public const string TraceIdKey = "trace_id";

    private const string Entry = "regio-request=";

    /// <summary>Opens the log scope of a call; a request without an id gets none, since the trace id is on each line anyway.</summary>
    public static IDisposable? Begin<TRequest>(ILogger logger, TRequest request)
    {
        if (RequestIdOf<TRequest>.Read(request) is not { } requestId)
            return null;
        if (Activity.Current is { } activity)
            activity.TraceStateString = With(activity.TraceStateString, requestId);
        return logger.BeginScope(new LogScope(
            KeyValuePair.Create(RequestIdKey, (object?)requestId),
            KeyValuePair.Create(TraceIdKey, (object?)Activity.Current?.TraceId.ToHexString())));
    }

    /// <summary>The id of the request that set this in motion, when there was one.</summary>
    public static string? RequestId(string? tracestate) => tracestate?
        .Split(',', StringSplitOptions.TrimEntries)
        .FirstOrDefault(entry => entry.StartsWith(Entry, StringComparison.Ordinal))?[Entry.Length..];

    private static string With(string? tracestate, string requestId)
    {
        var others = (tracestate ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(entry => !entry.StartsWith(Entry, StringComparison.Ordinal));
        return string.Join(',', others.Prepend(Entry + requestId));
    }

    private static class RequestIdOf<TRequest>
    {
        private static readonly FieldDescriptor? Field = Find();

        // Only what has the form of an id is passed on and logged; anything else is refused further on.
        public static string? Read(TRequest request) =>
            Field?.Accessor.GetValue((IMessage)request!) is string text && Guid.TryParseExact(text, "D", out var id) ? id.ToString("D") : null;

        private static FieldDescriptor? Find() =>
            typeof(IMessage).IsAssignableFrom(typeof(TRequest))
            && ((IMessage)Activator.CreateInstance<TRequest>()!).Descriptor.FindFieldByName(RequestIdKey) is { FieldType: FieldType.String, IsRepeated: false } field
                ? field
                : null;
    }
}

/// <summary>Named values that stand on each line of a log scope.</summary>
internal sealed class LogScope(params KeyValuePair<string, object?>[] values) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => values.Length;

    public KeyValuePair<string, object?> this[int index] => values[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.AsEnumerable().GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(' ', values.Select(value => $"{value.Key}:{value.Value}"));
}
