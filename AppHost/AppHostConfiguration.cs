using Microsoft.Extensions.Configuration;

namespace Regio.AppHost;

internal static class AppHostConfiguration
{
    /// <summary>The port of an endpoint: <c>Ports:{name}</c> where configured, so that two suites fit on one machine.</summary>
    public static int Port(this IDistributedApplicationBuilder builder, string name, int byDefault) =>
        builder.Configuration.GetValue($"Ports:{name}", byDefault);
}
