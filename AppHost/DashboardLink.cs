using Microsoft.Extensions.Configuration;

namespace Regio.AppHost;

/// <summary>Where a person logs in to the dashboard of this run. It holds the run's token, so it is the owner's to read.</summary>
internal static class DashboardLink
{
    /// <summary>Address of the dashboard's pages, under the name that Aspire gives it.</summary>
    public const string AddressKey = "ASPNETCORE_URLS";

    private const string TokenKey = "AppHost:BrowserToken";

    /// <summary>The link; null when this run has no dashboard.</summary>
    public static string? Of(IConfiguration configuration) =>
        configuration[TokenKey] is { Length: > 0 } token && configuration[AddressKey]?.Split(';')[0] is { Length: > 0 } address
            ? $"{address.TrimEnd('/')}/login?t={token}"
            : null;
}
