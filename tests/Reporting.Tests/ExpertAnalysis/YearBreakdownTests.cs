using Regio.Reporting.ExpertAnalysis;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Tests.ExpertAnalysis;

public sealed class YearBreakdownTests
{
    private static readonly Protection Five = new(5, 20);

    [Fact]
    public void Parts_that_are_large_are_shown() =>
        Assert.Empty(Hidden([], Age("2025", "4_to_11", 12), Age("2025", "12_to_17", 20), Age("2026", "4_to_11", 9), Age("2026", "12_to_17", 11)));

    [Fact]
    public void A_small_part_does_not_follow_from_the_others_and_the_year()
    {
        var hidden = Hidden([], Age("2026", "0_to_3", 2), Age("2026", "4_to_11", 12), Age("2026", "12_to_17", 20));

        Assert.Contains(("2026", "0_to_3"), hidden);
        Assert.Equal(2, hidden.Count);
    }

    [Fact]
    public void A_year_that_is_not_shown_is_not_divided() =>
        Assert.Superset(
            new HashSet<(string, string)> { ("2026", "4_to_11"), ("2026", "12_to_17") },
            Hidden(["2026"], Age("2025", "4_to_11", 12), Age("2025", "12_to_17", 20), Age("2026", "4_to_11", 9), Age("2026", "12_to_17", 11)).ToHashSet());

    [Fact]
    public void A_municipality_does_not_learn_from_its_group_how_few_the_others_are()
    {
        static YearPart[] OfOthers(long north) => [new("2026", "NMD", north), new("2026", "ZD", 17)];
        static YearPart[] All(long north) => [new("2026", "NMD", 6 + north), new("2026", "ZD", 17)];

        // Of the seven of one group six are of Assen, which knows that, and one is of a neighbour.
        Assert.Contains(("2026", "NMD"), Hidden([], All(1), OfOthers(1)));
        Assert.Empty(Hidden([], All(6), OfOthers(6)));
    }

    [Fact]
    public void Who_works_for_the_region_sees_every_part() =>
        Assert.Empty(YearBreakdown.Hidden([Age("2026", "0_to_3", 1)], [], new HashSet<string> { "2026" }, new Protection(0, 0), CellSuppression.HiddenInAll));

    private static YearPart Age(string year, string age, long cases) => new(year, age, cases);

    private static IReadOnlySet<(string Year, string Part)> Hidden(string[] hiddenYears, params YearPart[] parts) => Hidden(hiddenYears, parts, ofOthers: null);

    private static IReadOnlySet<(string Year, string Part)> Hidden(string[] hiddenYears, YearPart[] parts, YearPart[]? ofOthers) =>
        YearBreakdown.Hidden(parts, ofOthers is null ? [] : [ofOthers], hiddenYears.ToHashSet(StringComparer.Ordinal), Five, CellSuppression.HiddenInAll);
}
