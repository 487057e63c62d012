using Regio.Reporting.Computing;

namespace Regio.Reporting.Tests.Computing;

public sealed class SeriesTests
{
    private static readonly SeriesBreak Woonplaats = new() { Indicator = "i", Day = new(2022, 1, 1), Reason = "", SourceTitle = "", SourcePlace = "" };

    [Fact]
    public void Years_before_and_after_a_break_are_not_compared()
    {
        var segments = Series.Cut(Years(2019, 10, 20, 30, 5, 6), [Woonplaats]);

        Assert.Equal([[2019, 2020, 2021], [2022, 2023]], segments.Select(segment => segment.Years.Select(year => year.Year)));
        Assert.Equal((10m, 1m), (segments[0].YearlyChange, segments[1].YearlyChange));
    }

    [Theory]
    [InlineData("2021", "2022", true)]
    [InlineData("2019", "2021", false)]
    [InlineData("2022", "2023", false)]
    [InlineData("2021-Q4", "2022-Q1", true)]
    public void A_break_lies_between_two_periods_or_not(string earlier, string later, bool between) =>
        Assert.Equal(between, Series.Between(earlier, later, [Woonplaats]) is not null);

    [Fact]
    public void A_small_change_is_no_direction()
    {
        Assert.Equal(Direction.Level, new Segment(Years(2020, 1_000, 1_005, 1_003)).Direction);
        Assert.Equal(Direction.Rising, new Segment(Years(2020, 100, 110, 120)).Direction);
        Assert.Equal(Direction.Falling, new Segment(Years(2020, 100, 90)).Direction);
        Assert.Equal(Direction.Unknown, new Segment(Years(2020, 100)).Direction);
    }

    [Fact]
    public void A_straight_line_is_forecast_as_a_line_without_a_band()
    {
        var forecast = Forecast.Of(new(Years(2017, 10, 12, 14, 16, 18, 20)), yearsAhead: 2, mayBeNegative: false)!;

        Assert.Equal(("line", 0m, 0m, 3), (forecast.Method, forecast.MeanError, forecast.LargestError, forecast.TestedYears));
        Assert.Equal([new ForecastYear(2023, 22, 22, 22), new ForecastYear(2024, 24, 24, 24)], forecast.Years);
    }

    [Fact]
    public void The_band_is_as_wide_as_the_method_was_off_and_wider_for_later_years()
    {
        var forecast = Forecast.Of(new(Years(2018, 100, 102, 98, 101, 99)), yearsAhead: 2, mayBeNegative: false)!;

        Assert.Equal(("line", 2m, 3m, 2), (forecast.Method, forecast.MeanError, forecast.LargestError, forecast.TestedYears));
        Assert.Equal([new ForecastYear(2023, 99.1m, 96.1m, 102.1m), new ForecastYear(2024, 98.8m, 92.8m, 104.8m)], forecast.Years);
    }

    [Fact]
    public void The_method_that_was_off_least_is_used()
    {
        var forecast = Forecast.Of(new(Years(2018, 10, 10, 10, 20, 20, 20)), yearsAhead: 1, mayBeNegative: false)!;

        Assert.Equal(("last", 3.33m, 10m, 3), (forecast.Method, forecast.MeanError, forecast.LargestError, forecast.TestedYears));
        Assert.Equal([new ForecastYear(2024, 20, 10, 30)], forecast.Years);
    }

    [Fact]
    public void What_cannot_be_below_zero_is_not_forecast_below_it()
    {
        var falling = new Segment(Years(2018, 40, 30, 21, 10, 1));

        Assert.Equal(0, Forecast.Of(falling, 1, mayBeNegative: false)!.Years[0].Value);
        Assert.True(Forecast.Of(falling, 1, mayBeNegative: true)!.Years[0].Value < 0);
    }

    [Fact]
    public void Too_few_years_give_no_forecast() => Assert.Null(Forecast.Of(new(Years(2019, 1, 2, 3, 4)), 1, mayBeNegative: false));

    private static List<YearFigure> Years(int first, params decimal[] values) => [.. values.Select((value, i) => new YearFigure(first + i, value, null!))];
}
