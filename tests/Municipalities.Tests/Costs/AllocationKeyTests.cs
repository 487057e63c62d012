using System.Globalization;
using Regio.Municipalities.Costs;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Costs;

public sealed class AllocationKeyTests
{
    private static readonly Source Source = new("Besluit", "punt 1");

    [Fact]
    public void A_key_ends_when_the_one_that_replaces_it_begins()
    {
        var (old, next) = (Adopted("2019-01-01", null), Draft());

        var replaced = next.AdoptAmong(Period("2026-01-01"), [old], old.Id);

        Assert.Same(old, replaced);
        Assert.Equal(Period("2019-01-01", "2026-01-01"), old.Validity);
        Assert.Equal(3, old.Version);
        Assert.True(old.IsReplacedOn(Day("2026-01-01")));
        Assert.False(old.IsReplacedOn(Day("2025-12-31")));
    }

    [Fact]
    public void On_one_day_one_key_is_in_force_for_a_purpose()
    {
        var old = Adopted("2019-01-01", "2026-01-01");

        Assert.Equal(CostRules.KeyOverlaps, Refused(() => Draft().AdoptAmong(Period("2025-12-31"), [old], null)));
        // A key that begins no earlier cannot be replaced from its first day on: it would never have been in force.
        Assert.Equal(CostRules.KeyOverlaps, Refused(() => Draft().AdoptAmong(Period("2019-01-01"), [old], old.Id)));
        Assert.Null(Draft().AdoptAmong(Period("2026-01-01"), [old], null));
    }

    [Fact]
    public void A_key_is_adopted_once()
    {
        var key = Adopted("2019-01-01", "2020-01-01");

        Assert.Equal(CostRules.KeyAlreadyAdopted, Refused(() => key.AdoptAmong(Period("2021-01-01"), [], null)));
    }

    [Fact]
    public void What_one_bears_more_by_another_key_the_others_bear_less()
    {
        Sharer[] left = [new("GM0106", "Assen", 18.3m, 1), new("GM0114", "Emmen", 24.7m, 2), new("GM0119", "Meppel", 6.9m, 3)];
        Sharer[] right = [new("GM0106", "Assen", 14_385, 1), new("GM0114", "Emmen", 20_251, 2), new("GM0119", "Meppel", 7_269, 3)];

        var compared = Comparison.Of(850_000_01, left, right);

        Assert.Equal(0, compared.Sum(c => c.DifferenceCents));
        Assert.All(compared, c => Assert.Equal(c.Left.MunicipalityId, c.Right.MunicipalityId));
        Assert.True(compared[2].DifferenceCents > 0);
    }

    [Fact]
    public void A_credit_is_the_mirror_image_of_its_debit_and_is_not_taken_back_itself()
    {
        var allocation = Allocation.Of(100_01, [new("GM0106", "Assen", 1, 1), new("GM0114", "Emmen", 1, 2)]);
        var debit = CostAllocation.Record(Guid.CreateVersion7(), "Pleegwijzer", allocation, new KeyInForce(Guid.CreateVersion7(), "jhrd", Day("2026-01-01")), "test", DateTimeOffset.UnixEpoch);

        var credit = debit.Credit(Guid.CreateVersion7(), "Dubbel geboekt", "test", DateTimeOffset.UnixEpoch);

        Assert.Equal((-100_01, debit.Id), (credit.AmountCents, credit.CreditsId));
        Assert.Equal((null, debit.Id), (CostEvents.Allocated(debit).CreditsId, CostEvents.Allocated(credit).CreditsId));
        Assert.All(debit.Shares.Zip(credit.Shares), pair => Assert.Equal(0, pair.First.AmountCents + pair.Second.AmountCents));
        Assert.Equal(CostRules.IsCredit, Refused(() => credit.Credit(Guid.CreateVersion7(), "nog eens", "test", DateTimeOffset.UnixEpoch)));
    }

    private static AllocationKey Draft() => AllocationKey.Draft(
        Guid.CreateVersion7(), "jhrd", Source, "", [new KeyPercentage { MunicipalityId = "GM0106", Percentage = 100, Rank = 1, Source = Source }]);

    private static AllocationKey Adopted(string from, string? until)
    {
        var key = Draft();
        key.Adopt(Period(from, until));
        return key;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static Validity Period(string from, string? until = null) => new(Day(from), until is null ? null : Day(until));

    private static Rule Refused(Action act) => Assert.Throws<DomainException>(act).Rule;
}
