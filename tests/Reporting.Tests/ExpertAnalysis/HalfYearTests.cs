using Regio.Reporting.ExpertAnalysis;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Tests.ExpertAnalysis;

public sealed class HalfYearTests
{
    private static readonly Protection Five = new(5, 20);

    [Fact]
    public void A_half_year_begins_and_ends_at_midnight_in_the_Netherlands()
    {
        var second = HalfYear.Parse("2026-H2")!;

        Assert.Equal(new DateTimeOffset(2026, 6, 30, 22, 0, 0, TimeSpan.Zero), second.From);
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero), second.Until);
        Assert.Equal("2026-H2", HalfYear.Of(second.From).Code);
        Assert.Equal("2026-H1", HalfYear.Of(second.From.AddTicks(-1)).Code);
        Assert.Equal(("2026-H1", "2026-H2"), (HalfYear.Of(new DateOnly(2026, 6, 30)).Code, HalfYear.Of(new DateOnly(2026, 7, 1)).Code));
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-H3")]
    [InlineData("2026-Q1")]
    [InlineData("2026-01")]
    [InlineData("2026HJ01")]
    [InlineData("")]
    public void Anything_else_is_no_half_year(string code) => Assert.Null(HalfYear.Parse(code));

    [Fact]
    public void A_small_half_year_does_not_follow_from_the_others_and_the_total_of_the_monitor()
    {
        var hidden = Hidden(new("2025-H1", "registered", 18), new("2025-H2", "registered", 16), new("2026-H1", "registered", 2));

        Assert.Contains(("2026-H1", "registered"), hidden);
        Assert.True(hidden.Count(IsHalf) >= 2, "The total is public, so that one hidden half-year could be calculated.");
    }

    [Fact]
    public void Two_small_half_years_that_are_all_there_is_are_both_hidden()
    {
        var hidden = Hidden(new("2025-H2", "registered", 3), new("2026-H1", "registered", 30));

        Assert.Equal(2, hidden.Count(IsHalf));
    }

    [Fact]
    public void A_bottleneck_that_nearly_every_case_has_tells_of_those_without()
    {
        var hidden = Hidden(
            new("2026-H1", "outcome", 12), new("2026-H1", "result:reached", 6), new("2026-H1", "result:partly", 6), new("2026-H1", "result:not_reached", 0),
            new("2026-H1", "bottleneck:waiting", 11), new("2026-H1", "bottleneck:law", 6));

        Assert.Contains(("2026-H1", "bottleneck:waiting"), hidden);
    }

    [Fact]
    public void A_year_and_one_of_its_half_years_do_not_give_the_other_away()
    {
        var hidden = Hidden(new("2025-H1", "registered", 18), new("2025-H2", "registered", 2), new("2026-H1", "registered", 10), new("2026-H2", "registered", 11));

        Assert.Contains(("2025-H2", "registered"), hidden);
        Assert.True(hidden.Contains(("2025", "registered")) || hidden.Contains(("2025-H1", "registered")));
        // All half-years together are public: with a year that is hidden goes the other one.
        Assert.Equal(hidden.Contains(("2025", "registered")), hidden.Contains(("2026", "registered")));
    }

    [Fact]
    public void A_year_of_large_numbers_is_shown() =>
        Assert.Empty(Hidden(new("2025-H1", "registered", 18), new("2025-H2", "registered", 12), new("2026-H1", "registered", 10), new("2026-H2", "registered", 11)));

    [Fact]
    public void What_no_sum_joins_hides_nothing_of_each_other()
    {
        var hidden = Hidden(new("2026-H1", "registered", 18), new("2026-H1", "stuck", 2));

        Assert.Equal([("2026", "stuck"), ("2026-H1", "stuck"), ("all", "stuck")], hidden.Order());
    }

    [Fact]
    public void A_wider_table_that_nearly_every_case_went_to_tells_of_the_others()
    {
        var hidden = Hidden(new("2026-H1", "escalated", 12), new("2026-H1", "escalated:jenn", 11), new("2026-H1", "escalated:pc_noord", 1));

        Assert.DoesNotContain(("2026-H1", "escalated"), hidden);
        Assert.Contains(("2026-H1", "escalated:jenn"), hidden);
    }

    [Fact]
    public void What_nearly_every_case_got_stuck_on_tells_of_the_others()
    {
        var hidden = Hidden(new("2026-H1", "stuck", 12), new("2026-H1", "stuck_on:waiting", 11), new("2026-H1", "stuck_on:law", 6));

        Assert.DoesNotContain(("2026-H1", "stuck"), hidden);
        Assert.Contains(("2026-H1", "stuck_on:waiting"), hidden);
        Assert.Contains(("all", "stuck_on:waiting"), hidden);
        Assert.DoesNotContain(("2026-H1", "stuck_on:law"), hidden);
    }

    [Fact]
    public void What_all_got_stuck_on_together_does_not_tell_a_half_year()
    {
        var hidden = Hidden(
            new("2025-H2", "stuck", 20), new("2026-H1", "stuck", 20), new("2025-H2", "stuck_on:law", 9), new("2026-H1", "stuck_on:law", 3));

        Assert.Contains(("2026-H1", "stuck_on:law"), hidden);
        Assert.True(hidden.Contains(("2025-H2", "stuck_on:law")) || hidden.Contains(("all", "stuck_on:law")));
    }

    [Fact]
    public void A_municipality_that_takes_its_own_cases_off_learns_no_small_number_of_the_others()
    {
        HalfYearCount[] counts = [new("2025-H2", "stuck", 20), new("2026-H1", "stuck", 20), new("2025-H2", "stuck_on:law", 9), new("2026-H1", "stuck_on:law", 9)];

        // Of the nine that got stuck on the law in 2026, seven are of one municipality.
        HalfYearCount[] ofOthers = [new("2025-H2", "stuck", 16), new("2026-H1", "stuck", 12), new("2025-H2", "stuck_on:law", 8), new("2026-H1", "stuck_on:law", 2)];
        var hidden = HalfYearCounts.Hidden(counts, [ofOthers], Five, CellSuppression.HiddenInAll);

        Assert.Empty(Hidden(counts));
        Assert.Contains(("2026-H1", "stuck_on:law"), hidden);
        Assert.True(hidden.Contains(("2025-H2", "stuck_on:law")) || hidden.Contains(("all", "stuck_on:law")));
        Assert.DoesNotContain(("2026-H1", "stuck"), hidden);
    }

    [Fact]
    public void Who_works_for_the_region_sees_every_number() =>
        Assert.Empty(HalfYearCounts.Hidden([new("2026-H1", "registered", 1)], [], new Protection(0, 0), CellSuppression.HiddenInAll));

    private static bool IsHalf((string Period, string Kind) cell) => cell.Period.Contains("-H", StringComparison.Ordinal);

    private static IReadOnlySet<(string Period, string Kind)> Hidden(params HalfYearCount[] counts) => HalfYearCounts.Hidden(counts, [], Five, CellSuppression.HiddenInAll);
}
