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
        // Of the seven of one group six are of Assen, which knows that, and one is of a neighbour.
        YearPart[] parts = [new("2026", "NMD", "GM0106", 6), new("2026", "NMD", "GM1730", 1), new("2026", "ZD", "GM0114", 9), new("2026", "ZD", "GM0118", 8)];

        Assert.Contains(("2026", "NMD"), Hidden([], parts));
        Assert.Empty(Hidden([], [.. parts.Select(part => part.MunicipalityId == "GM1730" ? part with { Cases = 6 } : part)]));
    }

    [Fact]
    public void Who_works_for_the_region_sees_every_part() =>
        Assert.Empty(YearBreakdown.Hidden([Age("2026", "0_to_3", 1)], new HashSet<string> { "2026" }, new Protection(0, 0), CellSuppression.Hidden));

    private static YearPart Age(string year, string age, long cases) => new(year, age, "", cases);

    private static IReadOnlySet<(string Year, string Part)> Hidden(string[] hiddenYears, params YearPart[] parts) =>
        YearBreakdown.Hidden(parts, hiddenYears.ToHashSet(StringComparer.Ordinal), Five, CellSuppression.Hidden);
}
