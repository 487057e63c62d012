using System.Globalization;
using Regio.CareMessages.Deadlines;

namespace Regio.CareMessages.Tests.Deadlines;

public sealed class WorkingDayTests
{
    [Theory]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    public void Easter_is_on_the_day_of_the_almanac(string day) => Assert.Equal(Day(day), WorkingDays.Easter(Day(day).Year));

    [Fact]
    public void The_public_holidays_of_2026_are_known() =>
        Assert.Equal(
            ["2026-01-01", "2026-04-03", "2026-04-05", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26"],
            Enumerable.Range(0, 365).Select(number => new DateOnly(2026, 1, 1).AddDays(number)).Where(WorkingDays.IsHoliday)
                .Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Fact]
    public void The_kings_birthday_is_kept_a_day_earlier_when_it_is_a_sunday() =>
        Assert.Equal((true, false), (WorkingDays.IsHoliday(Day("2025-04-26")), WorkingDays.IsHoliday(Day("2025-04-27"))));

    [Theory]
    [InlineData("2026-04-02", 3, "2026-04-09")]
    [InlineData("2026-12-24", 3, "2026-12-30")]
    [InlineData("2026-02-06", 1, "2026-02-09")]
    [InlineData("2026-02-07", 0, "2026-02-07")]
    public void Days_between_do_not_count_when_nobody_works(string from, int count, string until) =>
        Assert.Equal(Day(until), WorkingDays.After(Day(from), count));

    [Fact]
    public void A_start_is_due_after_the_assignment_came_when_that_came_late() =>
        Assert.Equal(
            (Day("2026-02-13"), Day("2026-02-20")),
            (ChainDeadlines.Start(Day("2026-02-06"), Day("2026-01-05")), ChainDeadlines.Start(Day("2026-02-06"), Day("2026-02-13"))));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
