using System.Globalization;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Logs;
using Aspire.DashboardService.Proto.V1;
using Google.Protobuf.WellKnownTypes;

namespace Aspire.Dashboard.Pages;

/// <summary>Values as they are shown: English, invariant, times in UTC.</summary>
internal static class Show
{
    private static readonly string[] Prefixes = ["", "K", "M", "G", "T"];
    private static readonly string[] ByteUnits = ["B", "KiB", "MiB", "GiB"];

    public static string Time(Moment time) => Time(time.Time);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Iso(Moment time) => time.Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: >= 60 } => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min {duration.Seconds} s"),
        { TotalSeconds: >= 1 } => duration.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture) + " s",
        { TotalMilliseconds: >= 1 } => duration.TotalMilliseconds.ToString("0.##", CultureInfo.InvariantCulture) + " ms",
        _ => duration.TotalMicroseconds.ToString("0", CultureInfo.InvariantCulture) + " µs",
    };

    public static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>With a prefix when it is large, with fewer decimals when it is not small.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        var prefix = 0;
        while (size >= 10_000 && prefix < Prefixes.Length - 1)
        {
            size /= 1000;
            value /= 1000;
            prefix++;
        }

        return value.ToString(size >= 100 ? "0.#" : "0.####", CultureInfo.InvariantCulture) + Prefixes[prefix];
    }

    public static string Bytes(double bytes)
    {
        var unit = 0;
        while (bytes >= 1024 && unit < ByteUnits.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return bytes.ToString("0.#", CultureInfo.InvariantCulture) + " " + ByteUnits[unit];
    }

    /// <summary>A number as an attribute of a drawing.</summary>
    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Level(Severity severity) => severity.ToString();

    public static string Css(Severity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>One of eight colours, the same for the same service wherever it is shown.</summary>
    public static string ColourOf(string service)
    {
        uint hash = 2166136261;
        foreach (var letter in service)
            hash = (hash ^ letter) * 16777619;
        return "c" + Plain(hash % 8);
    }

    public static string Value(Value? value) => value?.KindCase switch
    {
        Google.Protobuf.WellKnownTypes.Value.KindOneofCase.StringValue => value.StringValue,
        Google.Protobuf.WellKnownTypes.Value.KindOneofCase.NumberValue => value.NumberValue.ToString(CultureInfo.InvariantCulture),
        Google.Protobuf.WellKnownTypes.Value.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        Google.Protobuf.WellKnownTypes.Value.KindOneofCase.ListValue => string.Join(' ', value.ListValue.Values.Select(Value)),
        Google.Protobuf.WellKnownTypes.Value.KindOneofCase.StructValue => value.StructValue.ToString(),
        _ => "",
    };

    /// <summary>The state with its health, as one word and a colour: good, busy, bad or idle.</summary>
    public static (string Text, string Css) State(Resource resource)
    {
        var state = resource.HasState && resource.State.Length > 0 ? resource.State : "Unknown";
        var worst = resource.HealthReports.Where(report => report.HasStatus && report.Status != HealthStatus.Healthy).ToList();
        if (state == "Running" && worst.Count > 0)
            return ($"Running ({(worst.Exists(report => report.Status == HealthStatus.Unhealthy) ? "Unhealthy" : "Degraded")})", "bad");
        if (state == "Running" && resource.HealthReports.Any(report => !report.HasStatus))
            return ("Running (not checked yet)", "busy");
        return (state, Style(state, resource.HasStateStyle ? resource.StateStyle : ""));
    }

    private static string Style(string state, string style) => (style, state) switch
    {
        ("success", _) => "good",
        ("error", _) => "bad",
        ("warning", _) => "busy",
        (_, "Running" or "Active") => "good",
        (_, "FailedToStart" or "RuntimeUnhealthy" or "Unhealthy") => "bad",
        (_, "Starting" or "Waiting" or "Stopping" or "Building") => "busy",
        _ => "idle",
    };
}
