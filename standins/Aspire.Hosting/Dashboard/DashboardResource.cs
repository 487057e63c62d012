using System.Globalization;
using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard;

/// <summary>Adds the dashboard to the application: the first to start, and nobody waits for it.</summary>
internal static class DashboardResource
{
    public const string Name = "aspire-dashboard";

    private const string Frontend = "frontend";
    private const string OtlpGrpc = "otlp-grpc";
    private const string OtlpHttp = "otlp-http";
    private const string AlivePath = "/alive";

    public static string? FindProgram(IConfiguration configuration, Assembly? appHost) =>
        configuration[DashboardSettings.PathKey]
        ?? appHost?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(m => m.Key == DashboardSettings.PathMetadata)?.Value;

    public static void AddTo(IDistributedApplicationBuilder builder, string program)
    {
        var configuration = builder.Configuration;
        DashboardSettings.AddSecrets(configuration);
        var dashboard = new ExecutableResource(Name, program, Path.GetDirectoryName(program) ?? "/");
        builder.CreateResourceBuilder(dashboard)
            .WithAnnotation<LaunchRecipe>(new DashboardRecipe(program, configuration))
            .WithHttpEndpoint(PortOf(configuration, DashboardSettings.FrontendKey), name: Frontend)
            .WithHttpEndpoint(PortOf(configuration, DashboardSettings.OtlpGrpcKey), name: OtlpGrpc)
            .WithHttpEndpoint(PortOf(configuration, DashboardSettings.OtlpHttpKey), name: OtlpHttp)
            .WithHttpHealthCheck(AlivePath, endpointName: Frontend)
            .WithAnnotation(new ResourceSnapshotAnnotation(new CustomResourceSnapshot { ResourceType = ResourceTypes.NameOf(dashboard), Properties = [], IsHidden = true }));
        builder.Resources.Insert(0, dashboard);
    }

    /// <summary>Once ports are known, everybody finds them where the official host has them.</summary>
    public static void PublishAddresses(IConfiguration configuration, IResource dashboard, int resourceServicePort)
    {
        foreach (var endpoint in dashboard.Annotations.OfType<EndpointAnnotation>())
        {
            var key = endpoint.Name switch
            {
                Frontend => DashboardSettings.FrontendKey,
                OtlpGrpc => DashboardSettings.OtlpGrpcKey,
                _ => DashboardSettings.OtlpHttpKey,
            };
            configuration[key] = endpoint.AllocatedEndpoint!.UriString;
        }

        configuration[DashboardSettings.ResourceServiceKey] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{resourceServicePort}");
    }

    private static int? PortOf(IConfiguration configuration, string key) => DashboardSettings.Address(configuration, key)?.Port;
}
