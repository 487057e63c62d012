using System.Reflection;
using Regio.Procurement.Funding;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Funding;

/// <summary>Every method of a subsidy in every state, and its amounts to the cent.</summary>
public sealed class SubsidyTests
{
    private const long Asked = 120_000_01;
    private const long Granted = 100_000_01;
    private static readonly DateOnly Applied = new(2026, 1, 5);
    private static readonly DateOnly Decided = new(2026, 2, 2);
    private static readonly DateOnly AccountDue = new(2027, 4, 1);
    private static readonly DateOnly Accounted = new(2027, 3, 1);
    private static readonly DateOnly Later = new(2027, 5, 3);
    private static readonly DateOnly Today = new(2027, 6, 1);
    private static readonly DateTimeOffset Now = new(2027, 6, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Action<Subsidy>> Calls = new()
    {
        ["Grant"] = s => s.Grant(Granted, AccountDue, "Besluit", Decided, Today),
        ["EndApplication"] = s => s.EndApplication(withdrawn: false, "Geen geld", Decided, Today),
        ["Pay advance"] = s => Pay(s, SubsidyPaymentKind.Advance, 1, Later),
        ["Pay rest"] = s => Pay(s, SubsidyPaymentKind.Rest, 1, Later),
        ["Pay repayment"] = s => Pay(s, SubsidyPaymentKind.Repayment, 1, Later),
        ["Account"] = s => s.Account(Accounted, 56, Today),
        ["Settle"] = s => Settle(s, Granted),
    };

    /// <summary>By which calls each state is reached, and which it then allows.</summary>
    private static readonly Dictionary<string, (string Path, string Allowed)> States = new()
    {
        ["Applied"] = ("", "Grant,EndApplication"),
        ["Granted"] = ("Grant", "Pay advance,Account,Settle"),
        ["Accounted"] = ("Grant,Account", "Pay advance,Settle"),
        ["Settled"] = ("Grant,Account,Settle", "Pay rest"),
        ["Refused"] = ("EndApplication", ""),
    };

    public static TheoryData<string, string> Matrix()
    {
        var rows = new TheoryData<string, string>();
        foreach (var state in States.Keys)
        {
            foreach (var call in Calls.Keys)
                rows.Add(state, call);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_step_is_taken_where_it_belongs_and_refused_everywhere_else(string state, string call)
    {
        var subsidy = In(state);
        var version = subsidy.Version;
        Assert.Equal(state, subsidy.State.ToString());

        if (States[state].Allowed.Split(',').Contains(call))
        {
            Calls[call](subsidy);
            Assert.Equal(version + 1, subsidy.Version);
            return;
        }

        // Nothing has to come back of a subsidy that was settled above its advances.
        var reason = (state, call) == ("Settled", "Pay repayment") ? "SUBSIDY_PAYMENT_ABOVE" : "SUBSIDY_STATE";
        Assert.Equal(reason, Assert.Throws<DomainException>(() => Calls[call](subsidy)).Rule.Code);
        Assert.Equal(version, subsidy.Version);
    }

    [Fact]
    public void The_matrix_names_every_method_that_changes_a_subsidy() => Assert.Equal(
        Calls.Keys.Select(call => call.Split(' ')[0]).Distinct().Order(),
        typeof(Subsidy).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(void) && !method.IsSpecialName).Select(method => method.Name).Order());

    [Fact]
    public void A_withdrawn_application_is_never_decided_late()
    {
        var (withdrawn, refused) = (In("Applied"), In("Applied"));
        withdrawn.EndApplication(withdrawn: true, "Niet meer nodig", Applied.AddDays(57), Today);
        refused.EndApplication(withdrawn: false, "Geen geld", Applied.AddDays(57), Today);

        Assert.Equal((SubsidyState.Withdrawn, false), (withdrawn.State, withdrawn.DecidedLate));
        Assert.Equal((SubsidyState.Refused, true), (refused.State, refused.DecidedLate));
    }

    [Theory]
    [InlineData(Granted, Granted, 0, 0)]
    [InlineData(Granted, 80_000_00, 20_000_01, 0)]
    [InlineData(80_000_00, 80_000_00, 0, 0)]
    [InlineData(79_999_99, 80_000_00, 0, 1)]
    [InlineData(0, 80_000_00, 0, 80_000_00)]
    [InlineData(1, 0, 1, 0)]
    public void What_is_to_be_paid_or_to_come_back_follows_from_the_settlement_and_the_advances(long settled, long advances, long payable, long reclaimable)
    {
        var subsidy = In("Accounted");
        if (advances > 0)
            Pay(subsidy, SubsidyPaymentKind.Advance, advances, Later);
        Settle(subsidy, settled);

        Assert.Equal((payable, reclaimable), (subsidy.PayableCents, subsidy.ReclaimableCents));
    }

    [Fact]
    public void Payments_stop_at_the_cent()
    {
        var subsidy = In("Granted");
        Pay(subsidy, SubsidyPaymentKind.Advance, Granted - 1, Later);

        Assert.Equal("1", Refused(() => Pay(subsidy, SubsidyPaymentKind.Advance, 2, Later)).Metadata["most_cents"]);
        Pay(subsidy, SubsidyPaymentKind.Advance, 1, Later);
        Settle(subsidy, Granted - 3);
        Assert.Equal("0", Refused(() => Pay(subsidy, SubsidyPaymentKind.Rest, 1, Later)).Metadata["most_cents"]);
        Pay(subsidy, SubsidyPaymentKind.Repayment, 2, Later);
        Assert.Equal("SUBSIDY_PAYMENT_ABOVE", Refused(() => Pay(subsidy, SubsidyPaymentKind.Repayment, 2, Later)).Rule.Code);
        Pay(subsidy, SubsidyPaymentKind.Repayment, 1, Later);

        Assert.Equal((Granted - 3, 0L, 0L), (subsidy.PaidCents, subsidy.PayableCents, subsidy.ReclaimableCents));
        Assert.Equal([1, 2, 3, 4], subsidy.Payments.Select(payment => payment.Number));
    }

    [Fact]
    public void Less_than_granted_needs_a_ground_and_more_is_refused()
    {
        var subsidy = In("Accounted");
        void With(long cents, SubsidyReduction? reduction) => subsidy.Settle(new SubsidySettlement(cents, reduction, "Besluit", Later), 42, Today);

        Assert.Equal("SUBSIDY_SETTLED_ABOVE_GRANT", Refused(() => With(Granted + 1, null)).Rule.Code);
        Assert.Equal("SUBSIDY_REDUCTION_WITHOUT_GROUND", Refused(() => With(Granted - 1, null)).Rule.Code);
        Assert.Equal("SUBSIDY_REDUCTION_OF_NOTHING", Refused(() => With(Granted, SubsidyReduction.WrongGrant)).Rule.Code);
        With(Granted - 1, SubsidyReduction.ObligationsNotMet);
        Assert.Equal((Granted - 1, Later.AddDays(42)), (subsidy.SettledCents, subsidy.PaymentDueOn));
    }

    [Fact]
    public void Without_account_it_is_settled_after_the_account_was_due()
    {
        var subsidy = In("Granted");
        void On(DateOnly day) => subsidy.Settle(new SubsidySettlement(0, SubsidyReduction.ObligationsNotMet, "Niet verantwoord", day), 42, Today);

        Assert.Equal("2027-04-01", Refused(() => On(AccountDue)).Metadata["due"]);
        On(AccountDue.AddDays(1));
        Assert.Equal(SubsidyState.Settled, subsidy.State);
    }

    [Fact]
    public void An_account_that_comes_late_is_taken_and_flagged()
    {
        var subsidy = In("Granted");
        subsidy.Account(AccountDue.AddDays(1), 56, Today);

        Assert.Equal((true, AccountDue.AddDays(57)), (subsidy.AccountedLate, subsidy.SettlementDueOn));
    }

    [Fact]
    public void A_grant_keeps_to_the_application_and_its_account_comes_after_the_activities()
    {
        var subsidy = In("Applied");

        Assert.Equal("SUBSIDY_GRANT_ABOVE_APPLICATION", Refused(() => subsidy.Grant(Asked + 1, AccountDue, "x", Decided, Today)).Rule.Code);
        Assert.Equal("SUBSIDY_ACCOUNT_DUE_EARLY", Refused(() => subsidy.Grant(Asked, new DateOnly(2026, 12, 31), "x", Decided, Today)).Rule.Code);
        Assert.Equal("SUBSIDY_STEP_EARLY", Refused(() => subsidy.Grant(Asked, AccountDue, "x", Applied.AddDays(-1), Today)).Rule.Code);
        Assert.Equal("FACT_IN_THE_FUTURE", Refused(() => subsidy.Grant(Asked, AccountDue, "x", Today.AddDays(1), Today)).Rule.Code);
        subsidy.Grant(Asked, new DateOnly(2027, 1, 1), "x", Applied.AddDays(56), Today);
        Assert.False(subsidy.DecidedLate);
    }

    private static DomainException Refused(Action call) => Assert.Throws<DomainException>(call);

    private static void Pay(Subsidy subsidy, SubsidyPaymentKind kind, long cents, DateOnly day) => subsidy.Pay(Guid.CreateVersion7(), kind, cents, day, (Today, Now));

    private static void Settle(Subsidy subsidy, long cents) => subsidy.Settle(
        new SubsidySettlement(cents, cents < Granted ? SubsidyReduction.ActivitiesMissing : null, "Besluit", Later), 42, Today);

    private static Subsidy In(string state)
    {
        var subsidy = Subsidy.Apply(
            Guid.CreateVersion7(),
            new SubsidyApplication(Guid.CreateVersion7(), "ZD", "Steunpunt pleegouders", new Validity(new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1)), Asked, Applied),
            56,
            (Today, Now));
        foreach (var call in States[state].Path.Split(',', StringSplitOptions.RemoveEmptyEntries))
            Calls[call](subsidy);
        return subsidy;
    }
}
