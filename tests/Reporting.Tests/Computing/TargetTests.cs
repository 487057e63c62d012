using Regio.Reporting.Computing;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Reporting.Tests.Computing;

public sealed class TargetTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Fact]
    public void Less_is_better_up_to_green_and_more_from_green_on()
    {
        var less = Target("", green: 10, amber: 12);
        var more = Target("", green: 80, amber: 60, higherIsBetter: true);

        Assert.Equal([Light.Green, Light.Amber, Light.Red, Light.Unknown], new decimal?[] { 10, 12, 12.1m, null }.Select(less.LightOf));
        Assert.Equal([Light.Green, Light.Amber, Light.Red], new decimal?[] { 80, 60, 59.9m }.Select(more.LightOf));
    }

    [Fact]
    public void The_target_of_an_area_goes_before_that_of_every_area()
    {
        var (every, own) = (Target("", 10, 12), Target("GM0106", 8, 9));

        Assert.Same(own, IndicatorTarget.For([every, own], "i", "GM0106", Today));
        Assert.Same(every, IndicatorTarget.For([every, own], "i", "GM0114", Today));
        Assert.Null(IndicatorTarget.For([every, own], "i", "GM0114", Today.AddYears(-9)));
    }

    [Theory]
    [InlineData(12, 10, 2026, "TARGET_BOUNDS_REVERSED")]
    [InlineData(10, 12, 2025, "TARGET_IN_THE_PAST")]
    [InlineData(10, 12, 2027, "LATER_TARGET_EXISTS")]
    public void A_target_that_makes_no_sense_or_changes_what_was_judged_is_refused(int green, int amber, int year, string reason)
    {
        var later = Target("", 1, 2, from: new(2028, 1, 1));

        var refused = Assert.Throws<DomainException>(() => Target("", green, amber, from: new(year, 12, 1)).TakePlaceAmong([later], Today));

        Assert.Equal(reason, refused.Rule.Code);
    }

    private static IndicatorTarget Target(string area, decimal green, decimal amber, bool higherIsBetter = false, DateOnly? from = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Indicator = "i",
        AreaId = area,
        Validity = new Validity(from ?? new(2020, 1, 1), until: null),
        HigherIsBetter = higherIsBetter,
        Green = green,
        Amber = amber,
        Goal = "",
        Source = new Source("", ""),
        RecordedAt = DateTimeOffset.UnixEpoch,
        RecordedBy = "",
    };
}
