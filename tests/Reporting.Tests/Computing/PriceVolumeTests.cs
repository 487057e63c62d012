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

    [Fact]
    public void The_average_price_is_the_whole_cost_by_the_whole_volume()
    {
        Assert.Equal(334, PriceVolume.AverageCents(new(3, 1_001)));
        Assert.Null(PriceVolume.AverageCents(new(0, 0)));
    }

    private static Delivered Of(int volume, int cents) => new(volume, volume == 0 ? 0 : cents);
}
