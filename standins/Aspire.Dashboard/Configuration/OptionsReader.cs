using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;

namespace Aspire.Dashboard.Configuration;

/// <summary>Reads <see cref="DashboardOptions"/> and refuses what would be unsafe or cannot work.</summary>
internal static class OptionsReader
{
    private const string DefaultFrontend = "http://localhost:18888";
    private const string RemoteSetting = "Dashboard:AllowRemote";
    private static readonly string[] KeySettings = ["Dashboard:Otlp:PrimaryApiKey", "Dashboard:Otlp:SecondaryApiKey"];

    public static DashboardOptions Read(IConfiguration configuration)
    {
        var frontend = Mode(configuration, "Dashboard:Frontend:AuthMode", AuthMode.BrowserToken, AuthMode.Unsecured);
        var otlp = Mode(configuration, "Dashboard:Otlp:AuthMode", AuthMode.ApiKey, AuthMode.Unsecured);
        var token = Text(configuration, "Dashboard:Frontend:BrowserToken");
        var options = new DashboardOptions
        {
            FrontendUrls = Frontend(configuration),
            OtlpGrpcUrl = Url(configuration, "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"),
            OtlpHttpUrl = Url(configuration, "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"),
            ResourceServiceUrl = Url(configuration, "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"),
            ResourceServiceApiKey = Text(configuration, "Dashboard:ResourceServiceClient:ApiKey"),
            FrontendAuthMode = frontend,
            BrowserToken = frontend == AuthMode.BrowserToken ? token ?? NewToken() : null,
            IsTokenOwn = frontend == AuthMode.BrowserToken && token is null,
            OtlpAuthMode = otlp,
            OtlpApiKeys = otlp == AuthMode.ApiKey ? Keys(configuration) : [],
            AllowRemote = configuration.GetValue(RemoteSetting, defaultValue: false),
            StateFolder = StateFolder(configuration),
            Limits = TelemetryLimits.Read(configuration),
        };
        RefuseUnsafe(options);
        return options;
    }

    private static List<Uri> Frontend(IConfiguration configuration) =>
        [.. (Text(configuration, "ASPNETCORE_URLS") ?? Text(configuration, "urls") ?? DefaultFrontend)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => Parse("ASPNETCORE_URLS", url))];

    private static Uri? Url(IConfiguration configuration, string name) =>
        Text(configuration, name) is { } text ? Parse(name, text) : null;

    private static Uri Parse(string name, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.AbsolutePath == "/"
            ? url
            : throw new ConfigurationException($"{name} is \"{text}\"; it must be an address such as http://127.0.0.1:18888.");

    private static AuthMode Mode(IConfiguration configuration, string name, params AuthMode[] possible)
    {
        if (Text(configuration, name) is not { } text)
            return possible[0];
        return Enum.TryParse<AuthMode>(text, ignoreCase: true, out var mode) && possible.Contains(mode)
            ? mode
            : throw new ConfigurationException($"{name} is \"{text}\"; it must be {string.Join(" or ", possible)}.");
    }

    private static List<string> Keys(IConfiguration configuration)
    {
        var keys = KeySettings.Select(name => Text(configuration, name)).OfType<string>().ToList();
        return keys.Count > 0
            ? keys
            : throw new ConfigurationException("Dashboard:Otlp:PrimaryApiKey is missing; set it, or Dashboard:Otlp:AuthMode to Unsecured.");
    }

    private static string? StateFolder(IConfiguration configuration)
    {
        if (!configuration.GetValue("Dashboard:KeepTelemetry", defaultValue: true))
            return null;
        var folder = Text(configuration, "Dashboard:StateFolder")
            ?? (Text(configuration, "ASPIRE_STORE") is { } store ? Path.Combine(store, "dashboard") : Path.Combine(".aspire", "dashboard"));
        return Path.GetFullPath(folder);
    }

    private static void RefuseUnsafe(DashboardOptions options)
    {
        if (!options.AllowRemote && options.AllUrls.FirstOrDefault(url => !IsLoopback(url)) is { } open)
        {
            throw new ConfigurationException(
                $"{open.GetLeftPart(UriPartial.Authority)} can be reached from other machines; set {RemoteSetting} to true if that is meant.");
        }
    }

    private static bool IsLoopback(Uri url) =>
        url.IsLoopback || (IPAddress.TryParse(url.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));

    private static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    private static string? Text(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } text ? text : null;
}
