using Microsoft.Extensions.Configuration;

namespace Regio.ServiceDefaults.Grpc.Clients;

/// <summary>Where the replicas of a service are, as the configuration says.</summary>
internal static class ServiceAddresses
{
    public static IReadOnlyList<Uri> Of(IConfiguration configuration, string service) =>
    [
        .. configuration.GetSection($"services:{service}:grpc").GetChildren()
            .Select(address => address.Value)
            .Where(address => !string.IsNullOrWhiteSpace(address))
            .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                ? uri
                : throw new InvalidOperationException($"services:{service}:grpc holds {address}, which is no http or https address.")),
    ];

    /// <summary>Whether calls to the service are encrypted; the channel is either the one or the other.</summary>
    public static bool AreEncrypted(IConfiguration configuration, string service)
    {
        var schemes = Of(configuration, service).Select(address => address.Scheme).Distinct().ToList();
        return schemes.Count <= 1
            ? schemes is ["https"]
            : throw new InvalidOperationException($"services:{service}:grpc mixes http and https.");
    }
}
