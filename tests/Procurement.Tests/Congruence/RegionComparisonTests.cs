using Regio.Procurement.Catalogue;
using Regio.Procurement.Congruence;

namespace Regio.Procurement.Tests.Congruence;

/// <summary>What differs between two regions, and what that costs who works for both.</summary>
public sealed class RegionComparisonTests
{
    private static readonly Guid Both = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();

    [Fact]
    public void A_product_that_one_region_buys_alone_differs_in_that_and_nothing_else()
    {
        var compared = Assert.Single(RegionComparison.Compare([Line()], []));

        Assert.Equal([RegionDifference.OnlyOne], compared.Differences);
        Assert.Equal(0, RegionComparison.BurdenCount([compared]));
    }

    [Theory]
    [InlineData("Hour", 95_00, 3, "")]
    [InlineData("Hour", 96_00, 3, "Tariff")]
    [InlineData("Hour", 95_00, 6, "Notice")]
    [InlineData("Hour", 96_00, 6, "Tariff Notice")]
    [InlineData("Day", 95_00, 3, "Unit Tariff")]
    public void Each_difference_is_named_and_counts_once_for_a_provider_of_both(string unit, long cents, int notice, string differences)
    {
        var compared = RegionComparison.Compare([Line()], [Line() with { Unit = Enum.Parse<TariffUnit>(unit), TariffCents = cents, NoticeMonths = notice }]);

        Assert.Equal(differences, string.Join(' ', Assert.Single(compared).Differences));
        Assert.Equal(differences.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, RegionComparison.BurdenCount(compared));
    }

    [Fact]
    public void Providers_of_one_region_alone_bear_nothing_of_the_differences()
    {
        var compared = RegionComparison.Compare([Line(), Line() with { ProviderId = Other, TariffCents = 1_00 }], [Line()]);

        Assert.Equal([RegionDifference.Tariff], Assert.Single(compared).Differences);
        Assert.Equal(0, RegionComparison.BurdenCount(compared));
    }

    [Theory]
    [InlineData(0, 25, 0)]
    [InlineData(4, 25, 3)]
    [InlineData(5, 25, 4)]
    [InlineData(5, 100, 0)]
    public void The_target_is_what_is_left_after_the_reduction(int baseline, int percent, int target) => Assert.Equal(target, RegionComparison.Target(baseline, percent));

    private static ComparedLine Line() => new("ambulatory-help", "ZD", Both, "Yorneo", TariffUnit.Hour, 95_00, 3, Lot: "", Location: "");
}
