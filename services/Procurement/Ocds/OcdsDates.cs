using System.Globalization;
using System.Text.Json.Nodes;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Ocds;

/// <summary>Days and moments as the standard writes them: with time and offset; days are those in the Netherlands, the last one included.</summary>
internal static class OcdsDates
{
    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    public static string Begin(DateOnly day) => Local(day, TimeOnly.MinValue);

    /// <summary>From a day up to and including another.</summary>
    public static JsonObject? Days(DateOnly first, DateOnly? last) => last is null
        ? null
        : new JsonObject { ["startDate"] = Begin(first), ["endDate"] = End(last.Value) };

    public static JsonObject Until(Validity period)
    {
        var days = new JsonObject { ["startDate"] = Begin(period.From) };
        if (period.Until is { } until)
            days["endDate"] = End(until.AddDays(-1));
        return days;
    }

    private static string End(DateOnly day) => Local(day, new TimeOnly(23, 59, 59));

    // Noon says which offset the day has: clocks change in the night.
    private static string Local(DateOnly day, TimeOnly time)
    {
        var offset = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero).InDutchTime().Offset;
        return new DateTimeOffset(day.ToDateTime(time), offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
