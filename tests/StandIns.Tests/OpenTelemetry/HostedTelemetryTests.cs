using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Regio.StandIns.Tests.OpenTelemetry;

public sealed class HostedTelemetryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_three_signals_of_a_host_arrive_under_one_resource()
    {
        using var source = new ActivitySource($"test.{Guid.NewGuid()}");
        using var meter = new Meter(source.Name);
        var (spans, metrics) = (Spans(), new Kept<Metric>(metric => (metric.Name, default)));
        var logs = new Kept<LogRecord>(log => (log.FormattedMessage ?? "", log.TraceId));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("stand-in"))
            .WithTracing(tracing => tracing.AddSource(source.Name).AddProcessor(new SimpleActivityExportProcessor(spans)))
            .WithMetrics(measuring => measuring.AddMeter(meter.Name).AddReader(new BaseExportingMetricReader(metrics)))
            .WithLogging(logging => logging.AddProcessor(new SimpleLogRecordExportProcessor(logs)), options => options.IncludeFormattedMessage = true);

        using (var host = builder.Build())
        {
            await host.StartAsync(Cancellation);
            meter.CreateCounter<int>("things").Add(1);
            using (source.StartActivity("work"))
                host.Services.GetRequiredService<ILogger<HostedTelemetryTests>>().LogInformation("Done {Work}", 1);
            await host.StopAsync(Cancellation);
        }

        var (name, trace) = Assert.Single(spans.Seen);
        Assert.Equal("work", name);
        Assert.Equal("things", Assert.Single(metrics.Seen).Name);
        Assert.Contains(("Done 1", trace), logs.Seen);
        Assert.All([spans.Resource, metrics.Resource, logs.Resource], resource => Assert.Contains(KeyValuePair.Create<string, object>("service.name", "stand-in"), resource!.Attributes));
    }

    [Fact]
    public async Task Nothing_is_recorded_before_the_host_starts_and_everything_from_its_first_service_on()
    {
        using var source = new ActivitySource($"test.{Guid.NewGuid()}");
        var spans = Spans();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHostedService(_ => new Worker(source));
        builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource(source.Name).AddProcessor(new SimpleActivityExportProcessor(spans)));
        using var host = builder.Build();

        Assert.Null(source.StartActivity("too early"));
        await host.StartAsync(Cancellation);

        Assert.Equal(["starting"], spans.Seen.Select(span => span.Name));
    }

    [Fact]
    public async Task Adding_it_twice_configures_the_same_providers()
    {
        using var source = new ActivitySource($"test.{Guid.NewGuid()}");
        var spans = Spans();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource(source.Name));
        builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddProcessor(new SimpleActivityExportProcessor(spans)));
        using var host = builder.Build();
        await host.StartAsync(Cancellation);

        source.StartActivity("work")?.Dispose();

        Assert.Single(host.Services.GetServices<IHostedService>());
        Assert.Single(host.Services.GetServices<TracerProvider>());
        Assert.Single(spans.Seen);
    }

    [Fact]
    public async Task A_signal_that_nobody_turned_on_has_no_provider()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddOpenTelemetry().WithMetrics();
        using var host = builder.Build();
        await host.StartAsync(Cancellation);

        Assert.Null(host.Services.GetService<TracerProvider>());
        Assert.Null(host.Services.GetService<LoggerProvider>());
        Assert.NotNull(host.Services.GetService<MeterProvider>());
    }

    [Fact]
    public async Task What_waits_to_be_sent_is_sent_when_the_host_is_disposed()
    {
        using var source = new ActivitySource($"test.{Guid.NewGuid()}");
        var spans = Spans();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing
            .AddSource(source.Name)
            .AddProcessor(new BatchActivityExportProcessor(spans, scheduledDelayMilliseconds: int.MaxValue)));
        using (var host = builder.Build())
        {
            await host.StartAsync(Cancellation);
            source.StartActivity("work")?.Dispose();
            Assert.Empty(spans.Seen);
        }

        Assert.Single(spans.Seen);
    }

    private static Kept<Activity> Spans() => new(span => (span.DisplayName, span.TraceId));

    private sealed class Worker(ActivitySource source) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            source.StartActivity("starting")?.Dispose();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>Keeps what is seen of the items it is given to export (the SDK uses them again), and their resource.</summary>
    private sealed class Kept<T>(Func<T, (string Name, ActivityTraceId Trace)> look) : BaseExporter<T>
        where T : class
    {
        public List<(string Name, ActivityTraceId Trace)> Seen { get; } = [];

        public Resource? Resource { get; private set; }

        public override ExportResult Export(in Batch<T> batch)
        {
            Resource = ParentProvider?.GetResource();
            foreach (var item in batch)
                Seen.Add(look(item));
            return ExportResult.Success;
        }
    }
}
