namespace Regio.ServiceDefaults.Time;

/// <summary>The clock that people in the Netherlands live by; storage and messages keep to UTC.</summary>
public static class DutchTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The day it is in the Netherlands.</summary>
    public static DateOnly DutchToday(this TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().InDutchTime().DateTime);

    /// <summary>The same moment on Dutch clocks.</summary>
    public static DateTimeOffset InDutchTime(this DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>The moment at which a day begins in the Netherlands, in UTC as it is stored.</summary>
    public static DateTimeOffset InDutchTime(this DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The present, as exact as the database keeps it, so that what is answered equals what is read back.</summary>
    public static DateTimeOffset StorableNow(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
