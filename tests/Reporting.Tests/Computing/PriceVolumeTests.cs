using FsCheck;
using FsCheck.Fluent;
using Regio.Reporting.Computing;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Tests.Computing;

public sealed class PriceVolumeTests
{
    [Fact]
    public void A_difference_in_cost_is_split_into_price_volume_and_interaction()
    {
        // 100 at € 10.00 becomes 120 at € 11.00.
        var effects = PriceVolume.Between(new(100, 1_000_00), new(120, 1_320_00));

        Assert.Equal(new CostEffects(PriceCents: 100_00, VolumeCents: 200_00, InteractionCents: 20_00), effects);
    }

    [Fact]
    public void The_three_add_up_to_the_cent_whatever_the_numbers() => Prop.ForAll(
        Gen.Choose(0, 5_000).Two().Zip(Gen.Choose(0, 2_000_000_000).Two()).ToArbitrary(),
        drawn =>
        {
            var ((volumeBefore, volumeAfter), (centsBefore, centsAfter)) = drawn;
            var (before, after) = (Of(volumeBefore, centsBefore), Of(volumeAfter, centsAfter));
            return PriceVolume.Between(before, after).DifferenceCents == after.Cents - before.Cents;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_new_or_has_ended_is_volume()
    {
        Assert.Equal(new CostEffects(0, 500, 0), PriceVolume.Between(new(0, 0), new(2, 500)));
        Assert.Equal(new CostEffects(0, -500, 0), PriceVolume.Between(new(2, 500), new(0, 0)));
    }

    [Fact]
    public void A_cost_without_a_volume_is_refused_rather_than_divided_by_zero() =>
        Assert.Equal("COST_WITHOUT_VOLUME", Assert.Throws<DomainException>(() => PriceVolume.Between(new(0, 1), new(2, 500))).Rule.Code);

    public static TheoryData<decimal, decimal, decimal, decimal> TooLarge => new()
    {
        { 10_000_000_001, 1, 1, 1 },
        { 1, 1_000_000_000_000_000.01m, 1, 1 },
        { 1, decimal.MaxValue, 1, 1 },
        { decimal.MinValue, 1, 1, 1 },
        { 1, 0, 1, -1_000_000_000_000_001 },

        // Each figure can be computed with, and the effect of the price cannot be told.
        { 10_000_000_000, 1, 1, 1_000_000_000 },
    };

    [Theory]
    [MemberData(nameof(TooLarge))]
    public void Figures_that_cannot_be_told_to_the_cent_are_refused_with_what_is_allowed(decimal volumeBefore, decimal eurosBefore, decimal volumeAfter, decimal eurosAfter)
    {
        var refused = Assert.Throws<DomainException>(() => PriceVolume.Between(Delivered.Of(volumeBefore, eurosBefore), Delivered.Of(volumeAfter, eurosAfter)));

        Assert.Equal(("FIGURES_TOO_LARGE", "area_id"), (refused.Rule.Code, refused.Field));
        Assert.Equal(("10000000000", "1000000000000000"), (refused.Metadata["most_volume"], refused.Metadata["most_euros"]));
    }

    [Fact]
    public void Figures_as_large_as_is_allowed_are_explained()
    {
        var most = Delivered.Of(10_000_000_000, 1_000_000_000_000_000);

        Assert.Equal(default, PriceVolume.Between(most, most));
        Assert.Equal(10_000_000, PriceVolume.AverageCents(most));
    }

    [Fact]
    public void Parts_that_are_too_large_together_are_refused_as_one_is()
    {
        var most = Delivered.Of(1, 1_000_000_000_000_000);
        var part = new CostPart("niveau=5", most, most, default);

        Assert.Equal(most, new CostExplanation("GM0106", "2022", "2023", [part]).Total.Before);
        Assert.Equal("FIGURES_TOO_LARGE", Assert.Throws<DomainException>(() => new CostExplanation("GM0106", "2022", "2023", [part, part])).Rule.Code);
    }

    [Fact]
    public void The_average_price_is_the_whole_cost_by_the_whole_volume()
    {
        Assert.Equal(334, PriceVolume.AverageCents(new(3, 1_001)));
        Assert.Null(PriceVolume.AverageCents(new(0, 0)));
    }

    private static Delivered Of(int volume, int cents) => new(volume, volume == 0 ? 0 : cents);
}
