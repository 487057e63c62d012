using Regio.Procurement.CareOrders.Assignments;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>How much of an assignment may be claimed in a period (TR321) or over its whole run (TR322). Pure functions; days are included.</summary>
internal static class AssignedVolume
{
    private const string Hour = "04";
    private const string Minute = "01";
    private const int MinutesOfHour = 60;

    /// <summary>The most in a period, in the unit that is claimed; null when a volume limits nothing.</summary>
    public static long? Within(AssignedCare care, DateOnly from, DateOnly to, string unit)
    {
        if (care.Volume is not { } volume)
            return null;
        var times = care.Frequency switch
        {
            "1" => to.DayNumber - from.DayNumber + 1,
            "2" when IsOutput(care) => Sundays(from, to) + (care.EndsOn == to && to.DayOfWeek != DayOfWeek.Sunday ? 1 : 0),
            "2" => Weeks(from, to),
            "4" => ((to.Year - from.Year) * 12) + to.Month - from.Month + 1,
            _ => 1,
        };
        return volume * times * (care.Unit == Hour && unit == Minute ? MinutesOfHour : 1);
    }

    /// <summary>The most over the whole assignment; one without an end is counted until the period that is claimed.</summary>
    public static long? InAll(AssignedCare care, DateOnly to, string unit) => Within(care, care.StartsOn, care.EndsOn ?? to, unit);

    /// <summary>Whether a unit may be claimed (TR341).</summary>
    public static bool MayClaim(AssignedCare care, string unit) => care.Unit is null || care.Unit == unit || (care.Unit == Hour && unit == Minute);

    // IV077: calendar weeks that the period touches, also over the end of a year.
    private static int Weeks(DateOnly from, DateOnly to) => ((Monday(to) - Monday(from)) / 7) + 1;

    private static int Sundays(DateOnly from, DateOnly to) => (Monday(to.AddDays(1)) - Monday(from)) / 7;

    private static int Monday(DateOnly day) => day.DayNumber - (((int)day.DayOfWeek + 6) % 7);

    private static bool IsOutput(AssignedCare care) => care.Unit is "82" or "83";
}
