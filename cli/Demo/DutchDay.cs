using Regio.Common.V1;

namespace Regio.Cli.Demo;

/// <summary>Days as the services count them: those of the Netherlands.</summary>
internal static class DutchDay
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateOnly Of(TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), s_zone).DateTime);

    public static Date ToDate(this DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
