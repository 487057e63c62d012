namespace Regio.ServiceDefaults.Time;

/// <summary>
/// Years for which something is kept, in days as on Dutch calendars and from their beginning, so that what is counted as due and
/// what may be destroyed are the same on every day.
/// </summary>
public static class KeptYears
{
    /// <summary>First day on which something may go that was last changed on this day. Of 29 February it is the 28th where the year has no 29th.</summary>
    public static DateOnly Until(DateOnly lastChange, int years) => lastChange.AddYears(years);

    /// <summary>First day of which everything stays: what was last changed before it may go today.</summary>
    public static DateOnly FirstKept(DateOnly today, int years)
    {
        var kept = today.AddYears(-years);
        // On 28 February both what is of the 28th and what is of the 29th goes, where there is no 29th today.
        while (Until(kept, years) <= today)
            kept = kept.AddDays(1);
        return kept;
    }
}
