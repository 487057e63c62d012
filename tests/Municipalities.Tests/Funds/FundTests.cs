using FsCheck;
using FsCheck.Fluent;
using Regio.Municipalities.Funds;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Funds;

public sealed class FundTests
{
    private static readonly DateOnly Start = new(2018, 1, 1);

    private readonly Fund _fund = Fund.Register(Guid.CreateVersion7(), new FundFacts
    {
        RegionId = "JHRD",
        Kind = FundKind.Transformation,
        Name = "Transformatiefonds",
        Grantor = "Ministerie van VWS",
        Validity = new Validity(Start, new DateOnly(2022, 1, 1)),
        WarnDays = 0,
        Source = new Source("Transformatieplan", ""),
    });

    [Fact]
    public void More_is_committed_than_granted_only_with_a_reason()
    {
        _fund.RecordGrant(Act(100_00), 0, null);
        _fund.Commit(Act(60_00));

        Assert.Equal(FundRules.Overcommitted, Refused(() => _fund.Commit(Act(40_01))));
        Assert.Equal(40_00, _fund.Balance.FreeCents);
        Assert.True(_fund.Commit(Act(40_01, reason: "Toezegging van het ministerie")).IsBeyond);
        Assert.Equal([FundWarning.Overcommitted], _fund.WarningsOn(Start));
    }

    [Fact]
    public void More_is_spent_than_committed_only_with_a_reason()
    {
        _fund.RecordGrant(Act(100_00), 0, null);
        var commitment = _fund.Commit(Act(60_00)).Number;
        _fund.Spend(commitment, Act(50_00));

        Assert.Equal(FundRules.Overspent, Refused(() => _fund.Spend(commitment, Act(10_01))));
        Assert.Equal(FundRules.CommitmentUnknown, Refused(() => _fund.Spend(99, Act(1))));
        Assert.Equal(50_00, _fund.Balance.SpentCents);
        Assert.True(_fund.Spend(commitment, Act(60_00, reason: "Meerwerk")).IsBeyond);
        Assert.Contains(FundWarning.Overspent, _fund.WarningsOn(Start));
    }

    [Fact]
    public void What_is_released_of_a_commitment_can_be_committed_again_and_spent_no_more()
    {
        _fund.RecordGrant(Act(100_00), 0, null);
        var commitment = _fund.Commit(Act(100_00)).Number;
        _fund.Spend(commitment, Act(30_00));

        Assert.Equal(FundRules.ReleaseTooHigh, Refused(() => _fund.Release(commitment, Act(70_01, reason: "Te veel"))));
        Assert.Equal(FundRules.CommitmentUnknown, Refused(() => _fund.Release(99, Act(1, reason: "Niet nodig"))));
        Assert.Equal(FundRules.ReleaseTooEarly, Refused(() => _fund.Release(commitment, Act(1, reason: "Te vroeg") with { On = Start.AddDays(-1) })));
        _fund.Release(commitment, Act(50_00, reason: "Niet nodig"));

        Assert.Equal((50_00, 50_00), (_fund.Balance.FreeCents, _fund.Balance.CommittedCents));
        Assert.Equal(FundRules.Overspent, Refused(() => _fund.Spend(commitment, Act(20_01))));
        _fund.Spend(commitment, Act(20_00));
        Assert.Equal(FundRules.ReleaseTooHigh, Refused(() => _fund.Release(commitment, Act(1, reason: "Op"))));
        Assert.False(_fund.Commit(Act(50_00)).IsBeyond);
    }

    [Fact]
    public void What_a_grantor_takes_back_is_recorded_and_flagged()
    {
        _fund.RecordGrant(Act(100_00), 0, null);
        _fund.Commit(Act(100_00));

        _fund.RecordGrant(Act(-30_00), 0, null);

        Assert.True(_fund.Entries[^1].IsBeyond);
        Assert.Equal(-30_00, _fund.Balance.FreeCents);
    }

    [Fact]
    public void A_fund_warns_before_its_end_and_after_it_while_money_is_left()
    {
        _fund.RecordGrant(Act(100_00), 0, null);
        Assert.Empty(_fund.WarningsOn(new DateOnly(2021, 7, 4)));
        Assert.Equal([FundWarning.EndsSoon], _fund.WarningsOn(new DateOnly(2021, 7, 5)));
        Assert.Equal([FundWarning.EndedUnspent], _fund.WarningsOn(new DateOnly(2022, 1, 1)));

        _fund.RecordGrant(Act(0), 0, new DateOnly(2024, 1, 1));
        Assert.Empty(_fund.WarningsOn(new DateOnly(2022, 1, 1)));

        _fund.Repay(Act(100_00, reason: "Niet besteed"));
        Assert.Empty(_fund.WarningsOn(new DateOnly(2025, 1, 1)));
    }

    [Fact]
    public void A_fund_is_used_in_its_period_and_no_more_is_repaid_than_is_left()
    {
        _fund.RecordGrant(Act(100_00), 0, null);

        Assert.Equal(FundRules.PeriodPast, Refused(() => _fund.Commit(Act(1) with { On = new DateOnly(2022, 1, 1) })));
        Assert.Equal(FundRules.RepaymentTooHigh, Refused(() => _fund.Repay(Act(100_01, reason: "Te veel"))));
    }

    [Fact]
    public void An_application_is_decided_once()
    {
        _fund.Apply(90_00, Start);
        _fund.RecordGrant(Act(80_00), 1, null);

        Assert.Equal(80_00, _fund.Applications[0].GrantedCents);
        Assert.Equal(FundRules.ApplicationDecided, Refused(() => _fund.RecordGrant(Act(1), 1, null)));
        Assert.Equal(FundRules.ApplicationUnknown, Refused(() => _fund.RecordGrant(Act(1), 2, null)));
    }

    [Fact]
    public void An_account_of_a_year_closes_where_the_next_one_opens()
    {
        _fund.RecordGrant(Act(300_00), 0, null);
        var commitment = _fund.Commit(Act(300_00)).Number;
        _fund.Spend(commitment, Act(100_00));
        _fund.Spend(commitment, Act(50_00) with { On = new DateOnly(2019, 5, 1) });

        var (first, second) = (FundAccount.Of(_fund, 2018), FundAccount.Of(_fund, 2019));

        Assert.Equal((0, 200_00, 200_00), (first.OpeningCents, first.ClosingCents, second.OpeningCents));
        Assert.Equal((50_00, 150_00, 150_00), (second.InYear.SpentCents, second.ClosingCents, second.SpentToDateCents));
    }

    [Fact]
    public void No_order_of_acts_spends_or_commits_more_than_there_is_without_a_reason()
    {
        var spent = 0L;
        Prop.ForAll(Acts().ArrayOf(40).ToArbitrary(), acts =>
        {
            var fund = new FundTests()._fund;
            foreach (var (act, cents) in acts)
                Try(() => Do(fund, act, Act(cents)));
            spent += fund.Balance.SpentCents;
            return fund.Balance is { FreeCents: >= 0, UnspentCents: >= 0 } balance && balance.SpentCents <= balance.CommittedCents;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        Assert.True(spent > 0, "No order of acts came to spending, so nothing was tried.");
    }

    private static Gen<(int Act, int Cents)> Acts() =>
        from act in Gen.Choose(0, 14)
        from cents in Gen.Choose(1, 200)
        select (act, cents);

    private static void Do(Fund fund, int act, FundAct facts)
    {
        switch (act)
        {
            case 0 or 1:
                fund.RecordGrant(facts, 0, null);
                break;
            case 2 or 3 or 4:
                fund.Commit(facts);
                break;
            case 12 or 13 or 14:
                fund.Release(act - 10, facts);
                break;
            default:
                fund.Spend(act - 3, facts);
                break;
        }
    }

    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (DomainException)
        {
            // Refused: nothing has changed, which is what the property looks at.
        }
    }

    private static FundAct Act(long cents, string reason = "") => new(cents, Start, "Proef", reason, "test", DateTimeOffset.UnixEpoch);

    private static Rule Refused(Action act) => Assert.Throws<DomainException>(act).Rule;
}
