using System.Diagnostics;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>Carries the W3C trace context over the outbox and the broker, also for traces that are not sampled.</summary>
internal static class TraceContext
{
    public const string SourceName = "Regio.Messaging";
    public const string Traceparent = "traceparent";
    public const string Tracestate = "tracestate";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>
    /// Starts an activity below a stored parent. An unsampled trace gets one that nobody records, because only
    /// an activity hands the trace id on to whatever runs under it.
    /// </summary>
    public static Activity Start(string name, ActivityKind kind, ActivityContext parent)
    {
        if (Source.StartActivity(name, kind, parent) is { } recorded)
            return recorded;
        var silent = new Activity(name);
        silent.SetIdFormat(ActivityIdFormat.W3C);
        if (parent.TraceId != default)
            silent.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        silent.TraceStateString = parent.TraceState;
        return silent.Start();
    }

    public static ActivityContext Parse(string? traceparent, string? tracestate) =>
        ActivityContext.TryParse(traceparent, tracestate, isRemote: true, out var context) ? context : default;

    public static void Describe(Activity activity, string operation, string destination, Guid? messageId)
    {
        activity.SetTag("messaging.system", "rabbitmq");
        activity.SetTag("messaging.operation.type", operation);
        activity.SetTag("messaging.destination.name", destination);
        activity.SetTag("messaging.message.id", messageId?.ToString());
    }
}
