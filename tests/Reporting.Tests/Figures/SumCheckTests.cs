using Regio.Reporting.Figures;

namespace Regio.Reporting.Tests.Figures;

public sealed class SumCheckTests
{
    [Fact]
    public void A_total_is_compared_with_the_sum_of_its_parts()
    {
        var check = new SumCheck("", RatioTests.Count(-18_600), -18_600, [RatioTests.Count(-6_400), RatioTests.Count(-6_700), RatioTests.Count(-5_400)]);

        Assert.Equal((-18_500m, -100m), (check.Sum, check.Difference));
    }

    [Fact]
    public void A_part_that_is_no_number_makes_the_sum_unknown()
    {
        var check = new SumCheck("", RatioTests.Count(10), 10, [RatioTests.Count(4), RatioTests.Count(6) with { ValueNumeric = null }]);

        Assert.Null(check.Sum);
        Assert.Null(check.Difference);
    }

    [Fact]
    public void Parts_of_another_unit_are_not_added() =>
        Assert.Null(new SumCheck("", RatioTests.Count(10), 10, [RatioTests.Count(10) with { Unit = "percent" }]).Sum);
}
