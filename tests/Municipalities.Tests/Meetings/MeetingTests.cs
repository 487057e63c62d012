using System.Globalization;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Meetings;
using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Meetings;

public sealed class MeetingTests
{
    private static readonly DateOnly Held = Day("2024-03-12");

    [Fact]
    public void A_body_without_a_rule_decides_with_whoever_is_there()
    {
        var meeting = WithItem(ABody());
        meeting.Hold(ABody(), Held, [1]);

        Assert.Equal(MeetingQuorum.NoRule, meeting.Quorum);
        Assert.True(Decide(meeting).TakesEffect);
    }

    [Fact]
    public void Enough_are_present_by_the_rule_of_the_body_and_the_seats_of_that_day()
    {
        var body = ABody(QuorumRule.MajorityOfSeats);
        var meeting = WithItem(body);
        meeting.Hold(body, Held, [2, 1]);

        Assert.Equal((MeetingQuorum.Met, 2, 2), (meeting.Quorum, meeting.RequiredSeats, meeting.CountedSeats));
        Assert.Equal([1, 2], meeting.PresentSeats);
        Assert.True(Decide(meeting).TakesEffect);
    }

    [Fact]
    public void A_meeting_without_quorum_is_recorded_and_what_it_decides_takes_no_effect()
    {
        var body = ABody(QuorumRule.AllSeats);
        var meeting = WithItem(body);
        meeting.Hold(body, Held, [1, 2]);

        Assert.Equal((MeetingState.Held, MeetingQuorum.NotMet, 3), (meeting.State, meeting.Quorum, meeting.RequiredSeats));
        Assert.False(Decide(meeting).TakesEffect);
    }

    [Fact]
    public void A_vacant_seat_does_not_count_as_present()
    {
        var body = ABody(QuorumRule.MajorityOfSeats);
        body.RecordDeparture(2, Day("2024-03-01"));
        var meeting = WithItem(body);
        meeting.Hold(body, Held, [1, 2]);

        Assert.Equal((MeetingQuorum.NotMet, 1), (meeting.Quorum, meeting.CountedSeats));
    }

    [Fact]
    public void A_later_change_of_the_rule_leaves_an_earlier_meeting_as_it_was()
    {
        var body = ABody(QuorumRule.MajorityOfSeats);
        var meeting = WithItem(body);
        meeting.Hold(body, Held, [1, 2]);
        body.SetQuorum(Quorum(QuorumRule.AllSeats, "2015-01-01"));

        Assert.True(Decide(meeting).TakesEffect);
    }

    [Fact]
    public void Only_seats_that_exist_on_the_day_are_present()
    {
        var body = ABody();
        body.CloseSeat(3, Day("2020-01-01"));
        var meeting = WithItem(body);

        Assert.Equal((BodyRules.SeatNotOpen, "present_seats[1]"), Refused(() => meeting.Hold(body, Held, [1, 3])));
        Assert.Equal((BodyRules.SeatUnknown, "present_seats[0]"), Refused(() => meeting.Hold(body, Held, [9])));
        Assert.Equal((MeetingState.Planned, 0), (meeting.State, meeting.PresentSeats.Count));
    }

    [Fact]
    public void A_body_meets_while_it_exists_and_one_outside_the_region_keeps_its_own_agenda()
    {
        Assert.Equal((MeetingRules.OutsideBodyPeriod, "meeting.planned_date"), Refused(() => Plan(ABody(), "2014-12-31")));
        Assert.Equal((MeetingRules.OutsideBodyPeriod, "held_date"), Refused(() => Plan(ABody(), "2024-03-12").Hold(ABody(), Day("2014-12-31"), [])));
        Assert.Equal((MeetingRules.OfOutsideBody, "meeting.body_id"), Refused(() => Plan(ABody(outside: true), "2024-03-12")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_agenda_of_a_meeting_that_was_held_or_cancelled_stays_as_it_is(bool cancelled)
    {
        var meeting = WithItem(ABody());
        if (cancelled)
            meeting.Cancel("Te weinig aanmeldingen");
        else
            meeting.Hold(ABody(), Held, [1]);
        var version = meeting.Version;

        Assert.Equal(MeetingRules.NotPlanned, Refused(() => meeting.Put("Rondvraag", "", "")).Rule);
        Assert.Equal(MeetingRules.NotPlanned, Refused(() => meeting.Annotate(1, "anders", "")).Rule);
        Assert.Equal(MeetingRules.NotPlanned, Refused(() => meeting.Cancel("nog eens")).Rule);
        Assert.Equal(MeetingRules.NotPlanned, Refused(() => meeting.Hold(ABody(), Held, [1])).Rule);
        Assert.Equal(version, meeting.Version);
    }

    [Fact]
    public void Nothing_is_decided_before_the_meeting_nor_in_one_that_was_cancelled()
    {
        var meeting = WithItem(ABody());
        Assert.Equal(MeetingRules.NotHeld, Refused(() => Decide(meeting)).Rule);
        meeting.Cancel("Te weinig aanmeldingen");
        Assert.Equal(MeetingRules.NotHeld, Refused(() => Decide(meeting)).Rule);
    }

    [Fact]
    public void A_correction_is_a_next_version_with_its_reason_and_the_earlier_one_stays()
    {
        var meeting = WithItem(ABody());
        meeting.Hold(ABody(), Held, [1]);
        Assert.Equal(MeetingRules.ItemNotDecided, Refused(() => Decide(meeting, "Verschrijving")).Rule);
        Decide(meeting);
        Assert.Equal(MeetingRules.ItemDecided, Refused(() => Decide(meeting)).Rule);
        Decide(meeting, "Verschrijving");

        Assert.Equal([(1, ""), (2, "Verschrijving")], meeting.Decisions.Select(d => (d.Version, d.CorrectionReason)));
        Assert.Equal(MeetingRules.ItemUnknown, Refused(() => meeting.Decide(Guid.NewGuid(), new(2, ItemOutcome.Agreed, "x", ""), Now)).Rule);
    }

    [Fact]
    public void An_agenda_has_an_end()
    {
        var meeting = Plan(ABody(), "2024-03-12");
        for (var i = 0; i < Meeting.MostItems; i++)
            meeting.Put("Punt", "", "");

        Assert.Equal(MeetingRules.AgendaFull, Refused(() => meeting.Put("Nog een", "", "")).Rule);
    }

    private static Moment Now => new("test", new DateTimeOffset(2024, 3, 13, 9, 0, 0, TimeSpan.Zero), Day("2024-03-13"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static Meeting Plan(Body body, string day) => Meeting.Plan(Guid.NewGuid(), body, Day(day), "Assen");

    private static Meeting WithItem(Body body)
    {
        var meeting = Plan(body, "2024-03-12");
        meeting.Put("Wachttijden", "Zie de notitie.", "In te stemmen met de aanpak.");
        return meeting;
    }

    private static ItemDecision Decide(Meeting meeting, string correction = "") =>
        meeting.Decide(Guid.NewGuid(), new(1, ItemOutcome.Agreed, "Het overleg stemt in.", correction), Now);

    private static QuorumSetting Quorum(QuorumRule rule, string from) => new() { Rule = rule, Number = 0, StartsOn = Day(from), Source = new Source("Reglement", "") };

    private static Body ABody(QuorumRule? rule = null, bool outside = false)
    {
        var always = new Validity(Day("2015-01-01"), null);
        var seats = new[] { "GM0106", "GM0114", "GM0119" }.Select(m => new SeatFacts("wethouder", SeatRole.Member, m, 0, always)).ToList();
        var body = Body.Register(new BodyFacts("JHRD", "BO", "Bestuurlijk overleg", outside, always, new Source("Reglement", "")), seats);
        for (var i = 1; i <= seats.Count; i++)
            body.RecordHolder(i, "wethouder jeugd", always, "test", Now.Now);
        if (rule is { } set)
            body.SetQuorum(Quorum(set, "2015-01-01"));
        return body;
    }

    private static (Rule Rule, string? Field) Refused(Action act)
    {
        var refused = Assert.Throws<DomainException>(act);
        return (refused.Rule, refused.Field);
    }
}
