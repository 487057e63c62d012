using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static class OtlpConfigurationExtensions
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ProtocolVariable = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string HeadersVariable = "OTEL_EXPORTER_OTLP_HEADERS";

    private static readonly string[] DashboardEndpointKeys = ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "DOTNET_DASHBOARD_OTLP_ENDPOINT_URL"];

    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEnvironment
    {
        var configuration = builder.ApplicationBuilder.Configuration;
        return builder.WithEnvironment(context =>
        {
            context.EnvironmentVariables["OTEL_SERVICE_NAME"] = context.Resource.Name;
            var dashboard = DashboardEndpointKeys.Select(key => configuration[key]).FirstOrDefault(value => !string.IsNullOrEmpty(value));
            if ((dashboard ?? configuration[EndpointVariable]) is not { Length: > 0 } endpoint)
                return;

            context.EnvironmentVariables[EndpointVariable] = endpoint;
            context.EnvironmentVariables[ProtocolVariable] = dashboard is null ? configuration[ProtocolVariable] ?? "grpc" : "grpc";
            if (configuration[HeadersVariable] is { Length: > 0 } headers)
                context.EnvironmentVariables[HeadersVariable] = headers;
            context.EnvironmentVariables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={context.Resource.Name}-{Environment.ProcessId}";
        });
    }
}
