using System.Text.RegularExpressions;

namespace Aspire.Dashboard.Resources;

/// <summary>Which values of an environment are shown at once. What is not known to be harmless is masked until somebody asks for it.</summary>
internal static partial class Secrets
{
    public const string Mask = "••••••••";

    public static bool IsSecret(string name, string value) =>
        value.Length > 0 && (!Harmless().IsMatch(name) || SecretName().IsMatch(name) || SecretValue().IsMatch(value));

    [GeneratedRegex(
        @"^(ASPNETCORE_\w+|DOTNET_\w+|OTEL_(SERVICE_NAME|RESOURCE_ATTRIBUTES|EXPORTER_OTLP_(ENDPOINT|PROTOCOL)|BLRP_\w+|BSP_\w+|METRIC_\w+|TRACES_\w+|LOGS_\w+|DOTNET_\w+)|services__\w+|Kestrel__Endpoints__\w+__(Url|Protocols)|Authentication__(Authority|Audience|Issuer)|Logging__\w+|LANG|LC_\w+|TZ|PATH|HOME|\w*(_URLS?|_PORTS?|__Port|__Host|_HOST|_PORT))$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"(pass(word|wd)?|secret|token|key|credential|cookie|headers|connectionstring)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    // User and password in an address, or a password in a connection string.
    [GeneratedRegex(@"(://[^/\s@]+@|\b(password|pwd|accountkey|sharedaccesskey)\s*=)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretValue();
}
