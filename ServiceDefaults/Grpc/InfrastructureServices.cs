namespace Regio.ServiceDefaults.Grpc;

/// <summary>Health and reflection: anonymous, not traced, answering as their own specifications say.</summary>
internal static class InfrastructureServices
{
    private static readonly string[] Prefixes = ["/grpc.health.v1.", "/grpc.reflection."];
    private static readonly string[] Assemblies = ["Grpc.HealthCheck", "Grpc.Reflection", "Grpc.AspNetCore.Server.Reflection"];

    public static bool IsPath(string path) => Prefixes.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>True for the official implementations alone: a class of our own cannot slip through by its name.</summary>
    public static bool IsType(Type? service)
    {
        for (; service is not null; service = service.BaseType)
        {
            if (Assemblies.Contains(service.Assembly.GetName().Name))
                return true;
        }

        return false;
    }
}
