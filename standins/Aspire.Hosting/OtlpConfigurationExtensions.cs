using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Running;

namespace Aspire.Hosting;

public static class OtlpConfigurationExtensions
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ProtocolVariable = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string HeadersVariable = "OTEL_EXPORTER_OTLP_HEADERS";
    private const string Grpc = "grpc";

    private static readonly string[] DashboardEndpointKeys = [DashboardSettings.OtlpGrpcKey, "DOTNET_DASHBOARD_OTLP_ENDPOINT_URL"];

    /// <summary>Telemetry goes to the dashboard; without one, where the app host's own environment says.</summary>
    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEnvironment
    {
        var configuration = builder.ApplicationBuilder.Configuration;
        return builder.WithEnvironment(context =>
        {
            var variables = context.EnvironmentVariables;
            variables["OTEL_SERVICE_NAME"] = context.Resource.Name;
            var dashboard = DashboardEndpointKeys.Select(key => configuration[key]).FirstOrDefault(value => !string.IsNullOrEmpty(value));
            if ((dashboard ?? configuration[EndpointVariable]) is not { Length: > 0 } endpoint)
                return;

            variables[EndpointVariable] = endpoint;
            variables[ProtocolVariable] = dashboard is null ? configuration[ProtocolVariable] ?? Grpc : Grpc;
            if (dashboard is not null && configuration[DashboardSettings.OtlpApiKeyKey] is { } key)
                variables[HeadersVariable] = new SecretText($"x-otlp-api-key={key}");
            else if (configuration[HeadersVariable] is { Length: > 0 } headers)
                variables[HeadersVariable] = new SecretText(headers);
            if (dashboard is not null)
                SendAtOnce(variables);
            variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={ResourceInstance.IdOf(context.Resource)}";
        });
    }

    // Else whoever watches the dashboard waits a minute for the first metric.
    private static void SendAtOnce(Dictionary<string, object> variables)
    {
        const string OneSecond = "1000";
        variables["OTEL_BLRP_SCHEDULE_DELAY"] = OneSecond;
        variables["OTEL_BSP_SCHEDULE_DELAY"] = OneSecond;
        variables["OTEL_METRIC_EXPORT_INTERVAL"] = OneSecond;
        variables["OTEL_TRACES_SAMPLER"] = "always_on";
        variables["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
    }
}
