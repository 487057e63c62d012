using System.Globalization;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Pages;

/// <summary>Figures as people in the Netherlands read them.</summary>
internal static class Dutch
{
    public const string Unknown = "niet bekend";

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly Dictionary<string, string> Units = new()
    {
        ["persons"] = "personen",
        ["percent"] = "%",
        ["euro"] = "euro",
        ["euro-per-hour"] = "euro per uur",
        ["hours-per-week"] = "uur per week",
        ["cases-per-year"] = "jeugdigen per jaar",
        ["municipalities"] = "gemeenten",
        ["trajectories"] = "trajecten",
        ["weeks"] = "weken",
        ["one-in"] = "",
    };

    private static readonly Dictionary<string, string> Statuses = new()
    {
        ["definitive"] = "",
        ["provisional"] = "voorlopig",
        ["forecast"] = "raming",
        ["calculated"] = "opgeteld",
        ["claim"] = "bewering",
    };

    public static string Euro(decimal cents) => (cents / 100m).ToString("C2", Culture);

    public static string Number(long? number) => number?.ToString("N0", Culture) ?? Unknown;

    /// <summary>A number with its own decimals.</summary>
    public static string Amount(decimal? number) => number?.ToString("#,0.######", Culture) ?? Unknown;

    /// <summary>With the digits as published: 5,0 stays 5,0.</summary>
    public static string Percentage(decimal? percentage) => percentage is { } known ? $"{known.ToString(Culture)} %" : Unknown;

    public static string Day(DateOnly? day) => day?.ToString("d MMMM yyyy", Culture) ?? Unknown;

    /// <summary>The days between which something is expected; half of the real dates are vague.</summary>
    public static string Between(DateOnly? earliest, DateOnly? latest) => (earliest, latest) switch
    {
        (null, null) => Unknown,
        (null, _) => $"uiterlijk {Day(latest)}",
        (_, null) => $"vanaf {Day(earliest)}",
        _ when earliest == latest => Day(earliest),
        _ => $"tussen {Day(earliest)} en {Day(latest)}",
    };

    public static string Moment(DateTimeOffset moment) => moment.InDutchTime().ToString("d MMMM yyyy HH:mm", Culture);

    public static string Unit(string unit) => Units.GetValueOrDefault(unit, unit);

    public static string Status(string status) => Statuses.GetValueOrDefault(status, status);

    /// <summary>Days of the data as people write them; other periods are words already.</summary>
    public static string Period(string period) =>
        DateOnly.TryParseExact(period, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day) : period;
}
