using Aspire.Dashboard.Configuration;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Logs;
using Aspire.Dashboard.Telemetry.Metrics;
using Aspire.Dashboard.Telemetry.Traces;
using OpenTelemetry.Proto.Collector.Logs.V1;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Collector.Trace.V1;

namespace Regio.Dashboard.Tests.Telemetry;

/// <summary>The stores with their readers, without any door.</summary>
internal sealed class Stores
{
    private readonly SpanReader _spans;
    private readonly LogReader _logs;
    private readonly MetricReader _metrics;

    public Stores(TelemetryLimits? limits = null)
    {
        limits ??= new TelemetryLimits();
        var tags = new TagReader(limits, Drops);
        var senders = new Senders(tags, Drops);
        (_spans, _logs, _metrics) = (new SpanReader(limits, Drops, tags, senders), new LogReader(tags, senders, TimeProvider.System), new MetricReader(tags, senders));
        (Traces, Logs, Metrics) = (new TraceStore(limits, Drops), new LogStore(limits, Drops), new MetricStore(limits, Drops));
    }

    public Drops Drops { get; } = new();

    public TraceStore Traces { get; }

    public LogStore Logs { get; }

    public MetricStore Metrics { get; }

    public void Take(ExportTraceServiceRequest request) => Traces.Add(_spans.Read(request.ResourceSpans).Spans);

    public void Take(ExportLogsServiceRequest request) => Logs.Add(_logs.Read(request.ResourceLogs));

    public int Take(ExportMetricsServiceRequest request)
    {
        var (points, invalid) = _metrics.Read(request.ResourceMetrics);
        Metrics.Add(points);
        return invalid;
    }
}
