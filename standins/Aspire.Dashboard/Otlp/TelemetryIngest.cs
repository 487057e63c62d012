using Aspire.Dashboard.Configuration;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Journal;
using Aspire.Dashboard.Telemetry.Logs;
using Aspire.Dashboard.Telemetry.Metrics;
using Aspire.Dashboard.Telemetry.Traces;
using Google.Protobuf;
using OpenTelemetry.Proto.Collector.Logs.V1;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Collector.Trace.V1;

namespace Aspire.Dashboard.Otlp;

/// <summary>Takes batches in, from whichever door: into memory, onto disk, and word to whoever looks.</summary>
internal sealed class TelemetryIngest(
    TraceStore traces, LogStore logs, MetricStore metrics,
    SpanReader spanReader, LogReader logReader, MetricReader metricReader,
    TelemetryJournal journal, Drops drops, Changes changes) : IHostedLifecycleService
{
    private const string InvalidSpan = "A span needs a trace id of 16 bytes and a span id of 8 bytes, neither all zero.";
    private const string InvalidPoint = "A point needs a finite value, and a histogram ascending bounds with one bucket more than bounds.";

    /// <summary>Takes a batch in as it was sent.</summary>
    /// <returns>The answer to be sent: empty, or with the part that was refused.</returns>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no such batch; nothing of it was taken.</exception>
    public IMessage Take(Signal signal, byte[] batch)
    {
        var answer = Add(signal, batch);
        journal.Keep(signal, batch);
        return answer;
    }

    /// <summary>What earlier runs kept is there before the first door opens.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        journal.Restore(TakeBack);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void TakeBack(Signal signal, byte[] batch)
    {
        try
        {
            _ = Add(signal, batch);
        }
        catch (InvalidProtocolBufferException)
        {
            drops.Add(Drop.DamagedFiles, 1);
        }
    }

    private IMessage Add(Signal signal, byte[] batch) => signal switch
    {
        Signal.Traces => Add(ExportTraceServiceRequest.Parser.ParseFrom(batch)),
        Signal.Logs => Add(ExportLogsServiceRequest.Parser.ParseFrom(batch)),
        _ => Add(ExportMetricsServiceRequest.Parser.ParseFrom(batch)),
    };

    private ExportTraceServiceResponse Add(ExportTraceServiceRequest request)
    {
        var (spans, invalid) = spanReader.Read(request.ResourceSpans);
        traces.Add(spans);
        Tell(Topic.Traces, spans.Count, invalid);
        return invalid == 0
            ? new()
            : new() { PartialSuccess = new ExportTracePartialSuccess { RejectedSpans = invalid, ErrorMessage = InvalidSpan } };
    }

    private ExportLogsServiceResponse Add(ExportLogsServiceRequest request)
    {
        var records = logReader.Read(request.ResourceLogs);
        logs.Add(records);
        Tell(Topic.Logs, records.Count, invalid: 0);
        return new();
    }

    private ExportMetricsServiceResponse Add(ExportMetricsServiceRequest request)
    {
        var (points, invalid) = metricReader.Read(request.ResourceMetrics);
        metrics.Add(points);
        Tell(Topic.Metrics, points.Count, invalid);
        return invalid == 0
            ? new()
            : new() { PartialSuccess = new ExportMetricsPartialSuccess { RejectedDataPoints = invalid, ErrorMessage = InvalidPoint } };
    }

    private void Tell(Topic topic, int taken, int invalid)
    {
        drops.Add(Drop.Invalid, invalid);
        if (taken > 0)
            changes.Tell(topic);
    }
}

/// <summary>The parts that take telemetry in and hold it.</summary>
internal static class TelemetryServices
{
    public static void AddTelemetry(this IServiceCollection services, DashboardOptions options)
    {
        services.AddSingleton(options.Limits);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Drops>();
        services.AddSingleton<Changes>();
        services.AddSingleton<TagReader>();
        services.AddSingleton<Senders>();
        services.AddSingleton<SpanReader>();
        services.AddSingleton<LogReader>();
        services.AddSingleton<MetricReader>();
        services.AddSingleton<TraceStore>();
        services.AddSingleton<LogStore>();
        services.AddSingleton<MetricStore>();
        services.AddSingleton<TelemetryJournal>();
        services.AddSingleton<TelemetryIngest>();
        services.AddHostedService(provider => provider.GetRequiredService<TelemetryIngest>());
        services.AddHostedService(provider => provider.GetRequiredService<TelemetryJournal>());
    }
}
