using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Regio.ServiceDefaults.Hosting;

namespace Regio.ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs. They leave the process only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says so.</summary>
internal static class TelemetrySetup
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder, ServiceIdentity identity)
    {
        builder.Services.AddSingleton<RpcMetrics>();
        builder.Services.AddSingleton<RefusalLog>();
        builder.Services.AddSingleton<IStartupFilter, RequestTelemetryFilter>();

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => Describe(resource, builder, identity))
            .WithTracing(tracing => tracing
                .AddSource("Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", "Grpc.AspNetCore.Server", "Grpc.Net.Client", "Regio.*")
                .AddProcessor(new RpcClientSpans()))
            .WithMetrics(metrics => metrics
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "Npgsql", "MassTransit", "Regio.*"));

        AddLogs(builder, telemetry);
        if (!string.IsNullOrEmpty(builder.Configuration[EndpointVariable]))
            telemetry.UseOtlpExporter();
    }

    private static void AddLogs(WebApplicationBuilder builder, OpenTelemetryBuilder telemetry)
    {
        builder.Logging.Configure(options =>
            options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        if (builder.Environment.IsDevelopment())
            builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.IncludeScopes, console.TimestampFormat) = (true, false, "HH:mm:ss.fff "));
        else
            builder.Logging.AddJsonConsole(console => (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "O"));

        // Scopes stay home: what somebody puts in one is not ours to export.
        telemetry.WithLogging(
            logging => logging.AddProcessor(new CorrelatedLogs()),
            options => (options.IncludeFormattedMessage, options.IncludeScopes) = (true, false));
    }

    private static void Describe(ResourceBuilder resource, WebApplicationBuilder builder, ServiceIdentity identity) => resource
        .AddService(
            builder.Configuration["OTEL_SERVICE_NAME"] ?? identity.Name,
            serviceNamespace: "regio",
            serviceVersion: Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
            serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}")
        .AddAttributes([KeyValuePair.Create<string, object>("deployment.environment.name", builder.Environment.EnvironmentName)]);
}
