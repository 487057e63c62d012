using System.Diagnostics;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Traces;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Regio.Dashboard.Tests.Hosting;

namespace Regio.Dashboard.Tests.Otlp;

/// <summary>What the OpenTelemetry SDK sends arrives, by either protocol.</summary>
public sealed class OfficialExporterTests
{
    [Theory]
    [InlineData(OtlpExportProtocol.Grpc)]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    public async Task Spans_of_the_official_exporter_arrive(OtlpExportProtocol protocol)
    {
        await using var host = await DashboardHost.StartAsync();
        using var source = new ActivitySource($"Tests.{protocol}");
        ActivityTraceId traceId;
        using (var provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(source.Name)
            .ConfigureResource(resource => resource.AddService("exporting", serviceInstanceId: "1"))
            .AddOtlpExporter(otlp =>
            {
                otlp.Protocol = protocol;
                otlp.Endpoint = protocol == OtlpExportProtocol.Grpc ? host.OtlpGrpc : new Uri(host.OtlpHttp, "/v1/traces");
                otlp.Headers = "x-otlp-api-key=" + DashboardHost.Key;
            })
            .Build())
        {
            using (var work = source.StartActivity("work", ActivityKind.Producer)!)
            {
                traceId = work.TraceId;
                work.SetTag("number", 7).SetTag("list", new[] { "a", "b" }).AddEvent(new ActivityEvent("half way")).SetStatus(ActivityStatusCode.Error, "no luck");
            }

            provider.ForceFlush();
        }

        var span = Assert.Single(host.Get<TraceStore>().Get(TraceId.Parse(traceId.ToHexString())));
        Assert.Equal(("exporting", "work", true, "no luck"), (span.Sender.Name, span.Name, span.IsError, span.StatusMessage));
        Assert.Equal(("7", """["a","b"]"""), (span["number"], span["list"]));
        Assert.Equal("half way", Assert.Single(span.Events).Name);
    }
}
