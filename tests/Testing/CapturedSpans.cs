using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;

namespace Regio.Testing;

/// <summary>The spans that a service would export.</summary>
public sealed class CapturedSpans : BaseProcessor<Activity>
{
    private readonly ConcurrentQueue<Activity> _spans = new();

    /// <summary>All of them, in the order in which they ended.</summary>
    public IReadOnlyList<Activity> All => [.. _spans];

    /// <summary>Those of one trace.</summary>
    public IReadOnlyList<Activity> OfTrace(ActivityTraceId trace) => [.. _spans.Where(span => span.TraceId == trace)];

    public override void OnEnd(Activity data) => _spans.Enqueue(data);
}
