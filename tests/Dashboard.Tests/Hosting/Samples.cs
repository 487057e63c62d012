using System.Globalization;
using Google.Protobuf;
using OpenTelemetry.Proto.Collector.Logs.V1;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Collector.Trace.V1;
using OpenTelemetry.Proto.Common.V1;
using OpenTelemetry.Proto.Logs.V1;
using OpenTelemetry.Proto.Metrics.V1;
using OpenTelemetry.Proto.Resource.V1;
using OpenTelemetry.Proto.Trace.V1;

namespace Regio.Dashboard.Tests.Hosting;

/// <summary>Batches of telemetry as services send them.</summary>
internal static class Samples
{
    public const string TraceService = "opentelemetry.proto.collector.trace.v1.TraceService";
    public const string LogsService = "opentelemetry.proto.collector.logs.v1.LogsService";
    public const string MetricsService = "opentelemetry.proto.collector.metrics.v1.MetricsService";

    private const ulong Millisecond = 1_000_000;

    /// <summary>The moment that all samples begin at, in nanoseconds since 1970.</summary>
    public static ulong Start { get; } = (ulong)(TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds * Millisecond;

    public static string TraceIdOf(int number) => number.ToString("x32", CultureInfo.InvariantCulture);

    public static string SpanIdOf(int number) => number.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>A span; times are milliseconds from the start of all samples.</summary>
    public static Span Span(int trace, int id, int parent, string name, int from, int to, Span.Types.SpanKind kind = OpenTelemetry.Proto.Trace.V1.Span.Types.SpanKind.Internal, params (string Key, string Value)[] tags) => new()
    {
        TraceId = Bytes(TraceIdOf(trace)),
        SpanId = Bytes(SpanIdOf(id)),
        ParentSpanId = parent == 0 ? ByteString.Empty : Bytes(SpanIdOf(parent)),
        Name = name,
        Kind = kind,
        StartTimeUnixNano = Start + ((ulong)from * Millisecond),
        EndTimeUnixNano = Start + ((ulong)to * Millisecond),
        Attributes = { tags.Select(tag => Tag(tag.Key, tag.Value)) },
    };

    public static ExportTraceServiceRequest Traces(string service, params Span[] spans) => new()
    {
        ResourceSpans = { new ResourceSpans { Resource = Sender(service), ScopeSpans = { new ScopeSpans { Scope = new InstrumentationScope { Name = "Tests" }, Spans = { spans } } } } },
    };

    public static LogRecord Log(string message, int severity = 9, int trace = 0, int span = 0, params (string Key, string Value)[] tags) => new()
    {
        TimeUnixNano = Start + (5 * Millisecond),
        SeverityNumber = severity,
        Body = new AnyValue { StringValue = message },
        TraceId = trace == 0 ? ByteString.Empty : Bytes(TraceIdOf(trace)),
        SpanId = span == 0 ? ByteString.Empty : Bytes(SpanIdOf(span)),
        Attributes = { tags.Select(tag => Tag(tag.Key, tag.Value)) },
    };

    public static ExportLogsServiceRequest Logs(string service, params LogRecord[] records) => new()
    {
        ResourceLogs = { new ResourceLogs { Resource = Sender(service), ScopeLogs = { new ScopeLogs { Scope = new InstrumentationScope { Name = "Regio.Category" }, LogRecords = { records } } } } },
    };

    public static ExportMetricsServiceRequest Metrics(string service, params Metric[] metrics) => new()
    {
        ResourceMetrics = { new ResourceMetrics { Resource = Sender(service), ScopeMetrics = { new ScopeMetrics { Scope = new InstrumentationScope { Name = "Regio.Meter" }, Metrics = { metrics } } } } },
    };

    /// <summary>A sum that has come to a value, some seconds before the start of all samples.</summary>
    public static Metric Counter(string name, int secondsBefore, double value, params (string Key, string Value)[] tags) => new()
    {
        Name = name,
        Unit = "{request}",
        Description = "Requests served.",
        Sum = new Sum
        {
            IsMonotonic = true,
            AggregationTemporality = AggregationTemporality.Cumulative,
            DataPoints =
            {
                new NumberDataPoint
                {
                    StartTimeUnixNano = Before(3600), TimeUnixNano = Before(secondsBefore), AsDouble = value,
                    Attributes = { tags.Select(tag => Tag(tag.Key, tag.Value)) },
                },
            },
        },
    };

    public static Metric Histogram(string name, int secondsBefore, double[] bounds, ulong[] counts) => new()
    {
        Name = name,
        Unit = "s",
        Description = "How long requests take.",
        Histogram = new Histogram
        {
            AggregationTemporality = AggregationTemporality.Cumulative,
            DataPoints =
            {
                new HistogramDataPoint
                {
                    StartTimeUnixNano = Before(3600), TimeUnixNano = Before(secondsBefore),
                    Count = (ulong)counts.Sum(count => (long)count), Sum = 1, ExplicitBounds = { bounds }, BucketCounts = { counts },
                },
            },
        },
    };

    public static KeyValue Tag(string key, string value) => new() { Key = key, Value = new AnyValue { StringValue = value } };

    public static ByteString Bytes(string hex) => ByteString.CopyFrom(Convert.FromHexString(hex));

    private static ulong Before(int seconds) => Start - ((ulong)seconds * 1000 * Millisecond);

    private static Resource Sender(string service) => new() { Attributes = { Tag("service.name", service), Tag("service.instance.id", service + "-1") } };
}
