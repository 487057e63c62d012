using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard;

/// <summary>Addresses and keys between the app host, its dashboard and the resources, under the names of the official host.</summary>
internal static class DashboardSettings
{
    /// <summary>Where people look; also the address of the app host's launch profile.</summary>
    public const string FrontendKey = "ASPNETCORE_URLS";
    public const string OtlpGrpcKey = "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL";
    public const string OtlpHttpKey = "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL";
    public const string ResourceServiceKey = "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL";
    public const string BrowserTokenKey = "AppHost:BrowserToken";
    public const string OtlpApiKeyKey = "AppHost:OtlpApiKey";
    public const string ResourceServiceApiKeyKey = "AppHost:ResourceService:ApiKey";

    /// <summary>Where the dashboard's program is, when the build of the app host has not said so.</summary>
    public const string PathKey = "ASPIRE_DASHBOARD_PATH";

    /// <summary>The key under which the app host's build records the dashboard's assembly.</summary>
    public const string PathMetadata = "aspiredashboardpath";

    private const int SecretBytes = 16;

    /// <summary>Keys of this run, but for those that are configured.</summary>
    public static void AddSecrets(IConfigurationManager configuration)
    {
        foreach (var key in (string[])[BrowserTokenKey, OtlpApiKeyKey, ResourceServiceApiKeyKey])
            configuration[key] ??= Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
    }

    public static Uri? Address(IConfiguration configuration, string key) =>
        configuration[key]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() is { } text
            ? Uri.TryCreate(text, UriKind.Absolute, out var address)
                ? address
                : throw new DistributedApplicationException($"{key} is \"{text}\"; it must be an address such as http://127.0.0.1:18888.")
            : null;

    public static string LoginAddress(IConfiguration configuration) =>
        $"{Address(configuration, FrontendKey)!.GetLeftPart(UriPartial.Authority)}/login?t={configuration[BrowserTokenKey]}";
}
