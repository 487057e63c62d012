using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Sittings;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Tests.Sittings;

public sealed class SittingTests
{
    private static readonly Act Now = new("a chair", new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private readonly Sitting _sitting = Plan("a member", "another member");

    [Fact]
    public void A_sitting_is_not_planned_in_the_past_nor_with_one_person_twice()
    {
        Assert.Equal("sitting_date", Broken(() => Sitting.Plan(Guid.NewGuid(), Now.Day.AddDays(-1), "", [], Now), CaseRules.SittingInPast));
        Assert.Equal("participants[1].subject", Broken(() => Plan("a member", "a member"), SittingRules.ParticipantPresent));
    }

    [Fact]
    public void Who_is_invited_is_so_once_and_may_be_invited_again_after_a_withdrawal()
    {
        Assert.Equal("participant.subject", Broken(() => _sitting.Invite(Someone("a member"), Now), SittingRules.ParticipantPresent));
        _sitting.Withdraw("a member", Now);
        Assert.Equal("subject", Broken(() => _sitting.Withdraw("a member", Now), SittingRules.ParticipantUnknown));
        _sitting.Invite(Someone("a member"), Now);

        Assert.Equal(["another member", "a member"], _sitting.Invited.Select(p => p.Subject));
        Assert.Equal(3, _sitting.Participants.Count);
        Assert.Equal(3, _sitting.Version);
    }

    [Fact]
    public void Only_a_member_of_the_sitting_dissents()
    {
        _sitting.Invite(new Invitation("a guest", ParticipantRelation.Guest, ""), Now);

        _sitting.RequireMembers(["another member", "a member"], "dissenters");
        Assert.Equal("dissenters[1]", Broken(() => _sitting.RequireMembers(["a member", "a guest"], "dissenters"), SittingRules.DissenterNotMember));
        Assert.Equal("dissenters[0]", Broken(() => _sitting.RequireMembers(["somebody"], "dissenters"), SittingRules.DissenterNotMember));
    }

    [Fact]
    public void A_file_is_complete_or_names_what_it_lacks()
    {
        var complete = new CaseOutline(
            Guid.NewGuid(), Guid.NewGuid(), "GM0106", CaseState.Scheduled, Now.Day, 4, Now.At, 1, TriageWaiver: null, "a lead", ClockStop: null, Analyses: 1,
            Guid.NewGuid(), CareBrokerId: null, WaitingSince: null, Guid.NewGuid(), HeldSince: null, Chair: null);

        Assert.Empty(AgendaGaps.Of(complete));
        Assert.Equal([AgendaGap.Analysis], AgendaGaps.Of(complete with { Analyses = 0 }));
        Assert.Equal([AgendaGap.Lead, AgendaGap.Guide], AgendaGaps.Of(complete with { Lead = null, GuideId = null }));
        Assert.Equal([AgendaGap.ClockStopped], AgendaGaps.Of(complete with { ClockStop = ClockStopReason.Court }));
    }

    private static Sitting Plan(params string[] members) => Sitting.Plan(Guid.NewGuid(), Now.Day, "", members.Select(Someone), Now);

    private static Invitation Someone(string subject) => new(subject, ParticipantRelation.Member, "");

    private static string? Broken(Action act, Rule rule)
    {
        var broken = Assert.Throws<DomainException>(act);
        Assert.Equal(rule.Code, broken.Rule.Code);
        return broken.Field;
    }
}
