using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Aspire.Dashboard.Pages;

/// <summary>Addresses within the dashboard; every value is escaped.</summary>
internal static class Link
{
    public const string Resources = "/";
    public const string Console = "/consolelogs";
    public const string Logs = "/structuredlogs";
    public const string Traces = "/traces";
    public const string Metrics = "/metrics";
    public const string Limits = "/limits";

    /// <summary>A path with those of the values that there are.</summary>
    public static string To(string path, params (string Name, string? Value)[] query) =>
        QueryHelpers.AddQueryString(path, query.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    public static string ConsoleOf(string resource) => $"{Console}/resource/{Uri.EscapeDataString(resource)}";

    public static string Trace(Telemetry.TraceId traceId, Telemetry.SpanId spanId = default) =>
        To($"{Traces}/detail/{traceId}", ("spanId", spanId.IsEmpty ? null : spanId.ToString()));

    public static string CommandOf(string resource, string command) =>
        $"/resources/{Uri.EscapeDataString(resource)}/commands/{Uri.EscapeDataString(command)}";

    /// <summary>Addresses of resources are links only when a browser opens pages there; anything else is text.</summary>
    public static bool IsPage(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    public static string? Number(int number) => number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);
}
