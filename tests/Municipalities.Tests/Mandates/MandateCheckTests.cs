using System.Globalization;
using Regio.Municipalities.Mandates;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Mandates;

public sealed class MandateCheckTests
{
    private const string Assen = "GM0106";
    private const string Emmen = "GM0114";

    private readonly Mandate _mandate = Register(new MandateScope(["contracting"], 100_000_00, SubMandateAllowed: true, NeedsEmployerConsent: true));

    public MandateCheckTests()
    {
        _mandate.RecordGrant(Assen, $"{Assen}:executive", new Validity(Day("2024-01-01"), Day("2026-01-01")), new Source("Collegebesluit", "punt 1"));
        _mandate.RecordConsent(ConsentParty.Mandated, Day("2024-01-01"));
        _mandate.RecordConsent(ConsentParty.Employer, Day("2024-02-01"));
    }

    [Theory]
    [InlineData("2024-06-01", "contracting", 100_000_00, Assen, "Covered")]
    [InlineData("2024-06-01", "contracting", 100_000_01, Assen, "AmountAboveLimit")]
    [InlineData("2024-06-01", "staffing", 0, Assen, "TopicOutsideScope")]
    [InlineData("2024-06-01", "contracting", 0, Emmen, "NotGranted")]
    [InlineData("2024-01-15", "contracting", 0, Assen, "ConsentMissing")]
    [InlineData("2023-12-31", "contracting", 0, Assen, "NotYetInForce")]
    [InlineData("2026-01-01", "contracting", 0, Assen, "Expired")]
    public void A_mandate_covers_its_topics_up_to_its_limit_while_it_is_granted_and_consented_to(string day, string topic, long cents, string municipality, string reason) =>
        Assert.Equal(Enum.Parse<MandateReason>(reason), Ask(day, topic, cents, municipality));

    [Fact]
    public void A_withdrawal_holds_from_its_day_on()
    {
        _mandate.RecordWithdrawal(Assen, Day("2025-03-01"));

        Assert.Equal(MandateReason.Covered, Ask("2025-02-28"));
        Assert.Equal(MandateReason.Withdrawn, Ask("2025-03-01"));
        Assert.Equal(MandateRules.GrantNotInForce, Assert.Throws<DomainException>(() => _mandate.RecordWithdrawal(Assen, Day("2025-04-01"))).Rule);
    }

    [Fact]
    public void A_grant_withdrawn_before_it_began_never_held()
    {
        _mandate.RecordWithdrawal(Assen, Day("2023-11-01"));

        Assert.Equal(MandateReason.Withdrawn, Ask("2024-06-01"));
    }

    [Fact]
    public void A_municipality_grants_a_mandate_once_at_a_time()
    {
        Assert.Equal(MandateRules.GrantOverlaps, Assert.Throws<DomainException>(() => GrantFrom("2025-06-01")).Rule);

        _mandate.RecordWithdrawal(Assen, Day("2025-03-01"));
        GrantFrom("2025-03-01");

        Assert.Equal((MandateReason.Covered, MandateReason.Covered), (Ask("2025-02-28"), Ask("2025-03-01")));
    }

    [Fact]
    public void Who_has_no_mandate_is_told_so() =>
        Assert.Equal(MandateReason.NoMandate, MandateCheck.Of([_mandate], new MandateQuestion("iemand-anders", "contracting", 0, Day("2024-06-01")), Assen).Reason);

    [Fact]
    public void A_sub_mandate_holds_as_long_as_the_mandate_above_it()
    {
        var sub = Mandate.Register(Guid.CreateVersion7(), "JHRD", "contractmanager", new MandateScope(["contracting"], 10_000_00, false, false), _mandate);
        sub.RecordConsent(ConsentParty.Mandated, Day("2024-01-01"));
        MandateReason On(string day) => MandateCheck.Of([_mandate, sub], new MandateQuestion("contractmanager", "contracting", 0, Day(day)), Assen).Reason;

        Assert.Equal(MandateReason.Covered, On("2024-06-01"));
        _mandate.RecordWithdrawal(Assen, Day("2025-03-01"));
        Assert.Equal(MandateReason.ParentNotInForce, On("2025-03-01"));
    }

    [Theory]
    [InlineData("staffing", 10_000_00)]
    [InlineData("contracting", 100_000_01)]
    [InlineData("contracting", 0)]
    public void A_sub_mandate_goes_no_further_than_the_mandate_above_it(string topic, long limit) =>
        Assert.Equal(MandateRules.SubMandateNotAllowed, Assert.Throws<DomainException>(() =>
            Mandate.Register(Guid.CreateVersion7(), "JHRD", "contractmanager", new MandateScope([topic], limit, false, false), _mandate)).Rule);

    [Fact]
    public void Ratification_by_all_who_did_not_grant_repairs_an_act()
    {
        var act = Act(Assen, Emmen, "GM0118");
        Assert.Equal((MandatedActState.ToBeRatified, Day("2024-07-13")), (act.State, act.RatifyBy));

        act.RecordRatification(Emmen, ratified: true, Day("2024-06-20"));
        Assert.Equal(MandatedActState.ToBeRatified, act.State);
        Assert.Equal(MandateRules.RatificationNotAsked, Assert.Throws<DomainException>(() => act.RecordRatification(Assen, ratified: true, Day("2024-06-20"))).Rule);
        act.RecordRatification("GM0118", ratified: true, Day("2024-06-25"));

        Assert.Equal(MandatedActState.Ratified, act.State);
    }

    [Fact]
    public void A_refusal_to_ratify_can_be_come_back_on()
    {
        var act = Act(Assen, Emmen);

        act.RecordRatification(Emmen, ratified: false, Day("2024-06-20"));
        Assert.Equal(MandatedActState.Refused, act.State);

        act.RecordRatification(Emmen, ratified: true, Day("2024-06-27"));
        Assert.Equal(MandatedActState.Ratified, act.State);
    }

    [Fact]
    public void An_act_that_every_mandate_covers_needs_no_ratification() =>
        Assert.Equal((MandatedActState.Authorised, null), (Act(Assen).State, Act(Assen).RatifyBy));

    private static Mandate Register(MandateScope scope) => Mandate.Register(Guid.CreateVersion7(), "JHRD", "regiomanager", scope, parent: null);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private void GrantFrom(string day) =>
        _mandate.RecordGrant(Assen, $"{Assen}:executive", new Validity(Day(day), null), new Source("Collegebesluit", "punt 2"));

    private MandateReason Ask(string day, string topic = "contracting", long cents = 0, string municipality = Assen) =>
        MandateCheck.Of([_mandate], new MandateQuestion("regiomanager", topic, cents, Day(day)), municipality).Reason;

    private MandatedAct Act(params string[] municipalities)
    {
        var question = new MandateQuestion("regiomanager", "contracting", 50_000_00, Day("2024-06-01"));
        return MandatedAct.Record(
            Guid.CreateVersion7(), "Contract gesloten jeugdhulp", question, [.. municipalities.Select(id => MandateCheck.Of([_mandate], question, id))],
            ratifyBy: null, "test", DateTimeOffset.UnixEpoch);
    }
}
