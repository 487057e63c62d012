using Regio.Reporting.Figures;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Tests.Figures;

public sealed class RatioTests
{
    [Theory]
    [InlineData("0-18-jarigen", "tot 23 jaar")]
    [InlineData("0-18-jarigen", "")]
    public void Counts_of_other_age_groups_are_never_divided(string above, string below) =>
        Assert.Equal("AGE_GROUPS_DIFFER", Refused(Count(10), Counting(above), Count(100), Counting(below)).Code);

    [Fact]
    public void Counts_of_the_same_age_group_are() =>
        Assert.Equal(0.333333m, Ratio.Of(Count(1), Counting("tot 23 jaar"), Count(3), Counting("tot 23 jaar")));

    [Fact]
    public void A_denominator_of_zero_is_refused_and_never_a_number() =>
        Assert.Equal("DENOMINATOR_ZERO", Refused(Count(1), Counting("a"), Count(0), Counting("a")).Code);

    [Fact]
    public void What_is_no_number_or_a_share_already_is_not_divided()
    {
        Assert.Equal("NOT_A_COUNT", Refused(Count(1) with { ValueNumeric = null, Value = "niet bekend" }, Counting("a"), Count(1), Counting("a")).Code);
        Assert.Equal("NOT_A_COUNT", Refused(Count(1), Counting("a"), Count(1) with { Unit = "percent" }, Counting("a")).Code);
    }

    [Fact]
    public void Other_periods_are_not_divided() =>
        Assert.Equal("PERIODS_DIFFER", Refused(Count(1), Counting("a"), Count(1) with { Period = "2022" }, Counting("a")).Code);

    private static Rule Refused(Observation numerator, Indicator above, Observation denominator, Indicator below) =>
        Assert.Throws<DomainException>(() => Ratio.Of(numerator, above, denominator, below)).Rule;

    private static Indicator Counting(string ageGroup) => new()
    {
        Id = "i",
        Name = "i",
        Unit = "persons",
        AgeGroup = ageGroup,
        Additive = true,
        Signed = false, CountedBy = "",
        Definition = "",
        ValidFrom = new DateOnly(2015, 1, 1),
        ValidUntil = null,
    };

    internal static Observation Count(decimal number) => new()
    {
        Indicator = "i",
        AreaId = "PV22",
        Period = "2021",
        Breakdown = "",
        Version = 1,
        Theme = "",
        Label = "",
        Value = "",
        ValueNumeric = number,
        Unit = "persons",
        Denominator = "",
        Status = "definitive",
        SourceTitle = "",
        SourcePlace = "",
        Remark = "",
        Scope = "all",
        Rank = 1,
        LoadId = null,
        Line = 0,
    };
}
