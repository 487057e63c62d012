namespace Regio.CareMessages.Deadlines;

/// <summary>Working days as iJw counts them: Monday to Friday without the public holidays of the Netherlands.</summary>
public static class WorkingDays
{
    /// <summary>Whether a day is one.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The day so many working days later; the day itself does not count.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                count--;
        }

        return day;
    }

    /// <summary>
    /// Whether a day is a public holiday (Algemene termijnenwet, article 3): New Year's Day, Good Friday, Easter and Whit Monday,
    /// Ascension Day, both days of Christmas, the King's birthday, and Liberation Day each year.
    /// </summary>
    public static bool IsHoliday(DateOnly day) =>
        day is { Month: 1, Day: 1 } or { Month: 5, Day: 5 } or { Month: 12, Day: 25 or 26 }
        || day == KingsDay(day.Year)
        || (day.DayNumber - Easter(day.Year).DayNumber) is -2 or 0 or 1 or 39 or 49 or 50;

    /// <summary>Easter Sunday, by the Gregorian reckoning of Meeus, Jones and Butcher.</summary>
    public static DateOnly Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var moon = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var sunday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - moon - (rest % 4)) % 7;
        var correction = (golden + (11 * moon) + (22 * sunday)) / 451;
        var day = moon + sunday - (7 * correction) + 114;
        return new DateOnly(year, day / 31, (day % 31) + 1);
    }

    // 27 April, a day earlier when that is a Sunday.
    private static DateOnly KingsDay(int year)
    {
        var day = new DateOnly(year, 4, 27);
        return day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
    }
}
