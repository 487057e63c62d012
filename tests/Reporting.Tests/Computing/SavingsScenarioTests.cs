using Regio.Reporting.Computing;
using Regio.ServiceDefaults.Facts;

namespace Regio.Reporting.Tests.Computing;

/// <summary>A measure is held against what would have come without it, and never against the year before alone.</summary>
public sealed class SavingsScenarioTests
{
    // From year to year 10 more, once 1 beside the line: what comes next is known to within about one.
    private static readonly decimal[] Before = [100, 110, 121, 130, 140];

    [Theory]
    [InlineData(120, -10, nameof(SavingsVerdict.Achieved))]
    [InlineData(145, -20, nameof(SavingsVerdict.Partly))]
    [InlineData(150, -10, nameof(SavingsVerdict.WithinMargin))]
    [InlineData(170, -10, nameof(SavingsVerdict.Opposite))]
    [InlineData(170, 10, nameof(SavingsVerdict.Achieved))]
    public void A_figure_is_judged_beyond_the_margin_only(int figure, int assumed, string verdict)
    {
        var effect = Assert.Single(Scenario(2025, (2025, assumed)).EffectsIn(Series([(2020, Before), (2025, [figure])])));

        Assert.Equal(verdict, effect.Verdict.ToString());
        Assert.Equal(figure - effect.Without!.Value, effect.Realised);
    }

    [Fact]
    public void What_would_have_come_is_told_from_the_years_before_the_measure_alone()
    {
        var early = Scenario(2025, (2026, -10)).EffectsIn(Series([(2020, Before), (2025, [90, 80])]));
        var other = Scenario(2025, (2026, -10)).EffectsIn(Series([(2020, Before), (2025, [500, 80])]));

        Assert.Equal(early[0].Without, other[0].Without);
        Assert.True(early[0].Without!.High - early[0].Without!.Low > 0);
    }

    [Fact]
    public void A_year_without_a_figure_is_not_yet_known_and_shows_what_would_come()
    {
        var effect = Assert.Single(Scenario(2025, (2027, -10)).EffectsIn(Series([(2020, Before)])));

        Assert.Equal(SavingsVerdict.NotYetKnown, effect.Verdict);
        Assert.NotNull(effect.Without);
        Assert.Null(effect.Realised);
    }

    [Fact]
    public void Too_few_years_before_say_nothing()
    {
        var effect = Assert.Single(Scenario(2025, (2025, -10)).EffectsIn(Series([(2021, Before[..4]), (2025, [90])])));

        Assert.Equal((SavingsVerdict.TooFewYears, null), (effect.Verdict, effect.Without));
    }

    [Fact]
    public void Over_a_series_break_nothing_is_compared()
    {
        var series = Series([(2017, Before)], [(2022, [50, 40])]);

        Assert.Equal(SavingsVerdict.SeriesBreak, Assert.Single(Scenario(2022, (2023, -10)).EffectsIn(series)).Verdict);
    }

    [Fact]
    public void A_hidden_year_takes_all_away()
    {
        var effect = Assert.Single(Scenario(2025, (2025, -10)).EffectsIn(Series([(2020, Before), (2025, [90])]) with { HiddenPeriods = ["2021"] }));

        Assert.Equal((SavingsVerdict.Hidden, null, null), (effect.Verdict, effect.Without, effect.Figure));
    }

    [Fact]
    public void What_is_written_down_when_its_first_year_is_over_says_so()
    {
        Assert.False(Scenario(2026).IsHindsight);
        Assert.True(Scenario(2025).IsHindsight);
    }

    private static SavingsScenario Scenario(int firstYear, params (int Year, decimal Change)[] expected) => new()
    {
        Id = Guid.Empty,
        Indicator = "jhrd-spend",
        AreaId = "JHRD",
        Measure = "Een maatregel.",
        Assumption = "Een aanname.",
        FirstYear = firstYear,
        Expected = [.. expected.Select(e => new ExpectedChange { ScenarioId = Guid.Empty, Year = e.Year, Change = e.Change })],
        Source = new Source("Besluit", ""),
        RecordedAt = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
        RecordedBy = "regiomanager",
    };

    private static SeriesView Series(params (int FirstYear, decimal[] Values)[][] segments) => new()
    {
        Indicator = new()
        {
            Id = "jhrd-spend",
            Name = "Uitgaven",
            Unit = "euro",
            AgeGroup = "",
            Additive = true,
            Signed = false,
            CountedBy = "",
            Definition = "",
            ValidFrom = new(2015, 1, 1),
            ValidUntil = null,
        },
        AreaId = "JHRD",
        Breakdown = "",
        Segments = [.. segments.Select(parts => new Segment([.. parts.SelectMany(part => part.Values.Select((value, i) => new YearFigure(part.FirstYear + i, value, null!)))]))],
        HiddenPeriods = [],
        Breaks = [],
        Forecast = null,
        Target = null,
    };
}
