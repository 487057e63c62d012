using Regio.Municipalities.Costs;
using Regio.Municipalities.ReferenceData;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Costs;

public sealed class AllocationTests
{
    private static readonly AllocationKey Key = PublishedFacts.Keys().Single();
    private static readonly RegisterSnapshot Register = Snapshot();

    [Fact]
    public void Eight_hundred_fifty_thousand_euro_gives_the_twelve_published_amounts()
    {
        var allocation = Of(850_000_00);

        Assert.Equal(
            [
                ("Aa en Hunze", 36_586_59), ("Assen", 155_705_71), ("Borger-Odoorn", 41_691_69), ("Coevorden", 53_603_60),
                ("De Wolden", 24_674_67), ("Emmen", 210_160_16), ("Hoogeveen", 111_461_46), ("Meppel", 58_708_71),
                ("Midden-Drenthe", 48_498_50), ("Noordenveld", 39_989_99), ("Tynaarlo", 42_542_54), ("Westerveld", 26_376_38),
            ],
            allocation.Shares.Select(s => (s.MunicipalityName, s.AmountCents)));
        Assert.Equal(99.9m, allocation.PercentageSum);
    }

    [Fact]
    public void One_cent_goes_to_Emmen() =>
        Assert.Equal(["GM0114"], Of(1).Shares.Where(s => s.AmountCents == 1).Select(s => s.MunicipalityId));

    [Theory]
    [InlineData("GM0106", "GM1680", "GM1731", "GM1699", "GM1730")]
    [InlineData("GM1681", "GM0109", "GM1690", "GM0114", "GM0118", "GM0119", "GM1701")]
    [InlineData("GM0114")]
    public void Any_set_of_members_shares_the_whole_amount(params string[] members)
    {
        var allocation = Of(1_000_000_01, members);

        Assert.Equal(1_000_000_01, allocation.Shares.Sum(s => s.AmountCents));
        Assert.Equal(members.Order(), allocation.Shares.Select(s => s.MunicipalityId).Order());
    }

    [Fact]
    public void Shares_come_in_the_stored_order_however_the_members_are_named()
    {
        var allocation = Of(100, "GM1701", "GM1680");

        Assert.Equal(["GM1680", "GM1701"], allocation.Shares.Select(s => s.MunicipalityId));
    }

    [Fact]
    public void An_unknown_municipality_is_named_with_its_place_in_the_request()
    {
        var refused = Assert.Throws<DomainException>(() => Of(1, "GM0114", "GM9999"));

        Assert.Equal(RegisterRules.MunicipalityUnknown, refused.Rule);
        Assert.Equal("municipality_ids[1]", refused.Field);
        Assert.Equal("GM9999", refused.Metadata["municipality_id"]);
    }

    [Fact]
    public void Nothing_is_shared_out_over_percentages_of_zero()
    {
        var refused = Assert.Throws<DomainException>(() => Allocation.Of(1, [new Sharer("GM0001", "Nergens", 0m, 1)]));

        Assert.Equal(CostRules.KeyWithoutWeight, refused.Rule);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_recorded_cost_is_at_least_one_cent(long cents)
    {
        var key = new KeyInForce(Key.Id, Key.Purpose, new DateOnly(2026, 1, 1));

        var refused = Assert.Throws<DomainException>(() =>
            CostAllocation.Record(Guid.CreateVersion7(), "Crisismeldpunt", Of(cents), key, "test", DateTimeOffset.UnixEpoch));

        Assert.Equal(CostRules.AmountNotPositive, refused.Rule);
    }

    [Fact]
    public void Only_a_draft_of_a_key_is_adopted()
    {
        var refused = Assert.Throws<DomainException>(() => Key.Adopt(new Validity(new DateOnly(2030, 1, 1), null)));

        Assert.Equal(CostRules.KeyAlreadyAdopted, refused.Rule);
    }

    private static Allocation Of(long cents, params string[] members) => Allocation.Of(cents, Sharing.Sharers(Register, Key, members, new DateOnly(2026, 1, 1)));

    private static RegisterSnapshot Snapshot()
    {
        var municipalities = PublishedFacts.Municipalities().Select(pair =>
        {
            var municipality = Municipality.Register(pair.Key);
            municipality.Record(pair.Value);
            return municipality;
        });
        return new RegisterSnapshot(municipalities, PublishedFacts.Regions(), [Key]);
    }
}
