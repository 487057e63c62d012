using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard;

/// <summary>The dashboard is a program of its own, told by its environment where to listen and which keys to ask for.</summary>
internal sealed class DashboardRecipe(string path, IConfiguration configuration) : LaunchRecipe
{
    private static readonly string[] HostVariables =
        ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "DOTNET_URLS", "DOTNET_LAUNCH_PROFILE", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    public override string? FindProblem() => File.Exists(path) ? null : $"The dashboard is not built: {path} is missing.";

    public override Task<ProcessSpec> PrepareAsync(LaunchContext context, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = configuration[DashboardSettings.FrontendKey]!,
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            [DashboardSettings.OtlpGrpcKey] = configuration[DashboardSettings.OtlpGrpcKey]!,
            [DashboardSettings.OtlpHttpKey] = configuration[DashboardSettings.OtlpHttpKey]!,
            [DashboardSettings.ResourceServiceKey] = configuration[DashboardSettings.ResourceServiceKey]!,
            ["DASHBOARD__FRONTEND__AUTHMODE"] = "BrowserToken",
            ["DASHBOARD__FRONTEND__BROWSERTOKEN"] = configuration[DashboardSettings.BrowserTokenKey]!,
            ["DASHBOARD__OTLP__AUTHMODE"] = "ApiKey",
            ["DASHBOARD__OTLP__PRIMARYAPIKEY"] = configuration[DashboardSettings.OtlpApiKeyKey]!,
            ["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "ApiKey",
            ["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"] = configuration[DashboardSettings.ResourceServiceApiKeyKey]!,
        };
        // Telemetry of a throw-away application goes with it.
        if (context.State.StorePath is { } store)
            environment["ASPIRE_STORE"] = store;
        else
            environment["DASHBOARD__KEEPTELEMETRY"] = "false";

        return Task.FromResult(new ProcessSpec(ProjectRecipe.DotnetHost(), [path])
        {
            WorkingDirectory = Path.GetDirectoryName(path),
            Environment = environment,
            HiddenEnvironment = HostVariables,
        });
    }
}
