using System.Text.RegularExpressions;
using Aspire.DashboardService.Proto.V1;

namespace Aspire.Dashboard.Resources;

/// <summary>
/// Which values of an environment are shown at once. The app host says what its model holds to be secret; what looks like a
/// secret is masked besides. Where no app host says anything, all is masked that is not known to be harmless.
/// </summary>
internal static partial class Secrets
{
    public const string Mask = "••••••••";

    /// <summary>Property with the names of the variables that are secret. The wire format has no mark on the variable itself.</summary>
    public const string Property = "resource.secretEnvironment";

    /// <summary>Names of the variables that the app host calls secret; null when it says nothing about them.</summary>
    public static IReadOnlySet<string>? Declared(Resource resource) =>
        resource.Properties.FirstOrDefault(property => property.Name == Property)?.Value.ListValue is { } names
            ? names.Values.Select(name => name.StringValue).ToHashSet(StringComparer.Ordinal)
            : null;

    public static bool IsSecret(string name, string value, IReadOnlySet<string>? declared) =>
        value.Length > 0
        && ((declared is null ? !Harmless().IsMatch(name) : declared.Contains(name)) || SecretName().IsMatch(name) || SecretValue().IsMatch(value));

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
