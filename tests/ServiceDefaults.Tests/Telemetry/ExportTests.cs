using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Tests.Probe;

namespace Regio.ServiceDefaults.Tests.Telemetry;

public sealed class ExportTests
{
    [Fact]
    public async Task Traces_metrics_and_logs_go_to_the_collector_that_is_configured()
    {
        var paths = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        await using var collector = await CollectorAsync(paths);
        await using (var host = await ProbeHost.StartAsync(new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        }))
        {
            await host.CreateClient().AskAsync(new AskRequest());
            await host.StopAsync();
        }

        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], paths.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("http://127.0.0.1:1", true)]
    public async Task An_exporter_exists_only_when_a_collector_is_configured(string? endpoint, bool expected)
    {
        var exporters = 0;
        await using var host = await ProbeHost.StartAsync(
            new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint },
            builder => exporters = builder.Services.Count(service => service.ServiceType.Assembly.GetName().Name == "OpenTelemetry.Exporter.OpenTelemetryProtocol"));

        Assert.Equal(expected, exporters > 0);
    }

    private static async Task<WebApplication> CollectorAsync(System.Collections.Concurrent.ConcurrentDictionary<string, int> paths)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            paths.AddOrUpdate(context.Request.Path, 1, (_, count) => count + 1);
            context.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
