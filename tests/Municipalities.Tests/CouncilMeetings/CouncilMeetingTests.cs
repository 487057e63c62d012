using System.Globalization;
using Regio.Municipalities.CouncilMeetings;
using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.CouncilMeetings;

public sealed class CouncilMeetingTests
{
    private static readonly DateOnly Planned = Day("2025-10-08");
    private static readonly Moment Today = new("griffier", new DateTimeOffset(2025, 10, 20, 8, 0, 0, TimeSpan.Zero), Day("2025-10-20"));

    [Fact]
    public void Every_council_of_the_region_is_invited_in_the_order_of_the_register()
    {
        var meeting = AMeeting();

        Assert.Equal(["GM1680", "GM0106", "GM0114"], meeting.Invitations.OrderBy(i => i.Rank).Select(i => i.MunicipalityId));
        Assert.Equal((CouncilMeetingRules.WithoutCouncils, "meeting.planned_date"), Refused(() => CouncilMeeting.Plan(Guid.NewGuid(), Facts(), [])));
    }

    [Fact]
    public void The_reply_received_last_holds_and_the_earlier_ones_stay()
    {
        var meeting = AMeeting();
        meeting.Reply(new ReplyFacts("GM0106", 4, Day("2025-09-10"), ""), Today);
        meeting.Reply(new ReplyFacts("GM0106", 0, Day("2025-09-20"), "Eigen raadsavond"), Today);
        meeting.Reply(new ReplyFacts("GM0106", 2, Day("2025-09-12"), ""), Today);

        Assert.Equal(0, meeting.ReplyOf("GM0106")!.People);
        Assert.Equal([4, 0, 2], meeting.Replies.Select(r => r.People));
        Assert.Null(meeting.ReplyOf("GM0114"));
    }

    [Fact]
    public void A_late_reply_is_recorded_and_flagged()
    {
        var meeting = AMeeting();
        meeting.Cancel("Te weinig aanmeldingen");
        meeting.Reply(new ReplyFacts("GM0114", 3, Day("2025-10-02"), ""), Today);

        Assert.True(meeting.IsLate(meeting.ReplyOf("GM0114")!));
        Assert.Equal(CouncilMeetingState.Cancelled, meeting.State);
    }

    [Fact]
    public void A_council_that_was_not_invited_does_not_reply_and_is_not_there()
    {
        var meeting = AMeeting();

        Assert.Equal((CouncilMeetingRules.NotInvited, "reply.municipality_id"), Refused(() => meeting.Reply(new ReplyFacts("GM0014", 1, Planned, ""), Today)));
        Assert.Equal((CouncilMeetingRules.NotInvited, "attendances[1].municipality_id"), Refused(() => meeting.Hold(Planned, [("GM0106", 2), ("GM0014", 1)], Today.Today)));
        Assert.Equal((CouncilMeetingState.Planned, 0), (meeting.State, meeting.Invitations.Sum(i => i.Present)));
    }

    [Fact]
    public void What_is_still_to_come_is_not_recorded()
    {
        var meeting = AMeeting();

        Assert.Equal((RecordedFact.InTheFuture, "held_date"), Refused(() => meeting.Hold(Day("2025-10-21"), [], Today.Today)));
        Assert.Equal((RecordedFact.InTheFuture, "reply.received_date"), Refused(() => meeting.Reply(new ReplyFacts("GM0106", 1, Day("2025-10-21"), ""), Today)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_meeting_that_is_over_stays_as_it_is(bool cancelled)
    {
        var meeting = AMeeting();
        if (cancelled)
            meeting.Cancel("Storm");
        else
            meeting.Hold(Planned, [("GM0106", 5)], Today.Today);
        var version = meeting.Version;

        Assert.Equal((CouncilMeetingRules.NotPlanned, "meeting_id"), Refused(() => meeting.Hold(Planned, [], Today.Today)));
        Assert.Equal((CouncilMeetingRules.NotPlanned, "meeting_id"), Refused(() => meeting.Cancel("Toch niet")));
        Assert.Equal((cancelled ? CouncilMeetingState.Cancelled : CouncilMeetingState.Held, version), (meeting.State, meeting.Version));
    }

    [Fact]
    public void A_question_is_asked_once_and_answered_for_all_who_ask_it()
    {
        var question = AQuestion();
        question.Join("GM0114", Day("2025-09-03"), Today.Today);

        Assert.Equal((CouncilMeetingRules.AskedAlready, "municipality_id"), Refused(() => question.Join("GM0106", Day("2025-09-03"), Today.Today)));
        Assert.Equal(["GM0106", "GM0114"], question.Askers.Select(a => a.MunicipalityId));
    }

    [Fact]
    public void An_answer_is_corrected_by_a_next_version_with_a_reason()
    {
        var question = AQuestion();
        Assert.Equal((CouncilMeetingRules.NotAnswered, "correction_reason"), Refused(() => Answer(question, "2025-09-10", "Getal verbeterd")));
        Answer(question, "2025-09-10");

        Assert.Equal((CouncilMeetingRules.Answered, "correction_reason"), Refused(() => Answer(question, "2025-09-11")));
        Assert.Equal((CouncilMeetingRules.AnswerBeforeQuestion, "answered_date"), Refused(() => Answer(question, "2025-09-09", "Getal verbeterd")));
        Answer(question, "2025-09-12", "Getal verbeterd");
        Assert.Equal([1, 2], question.Answers.Select(a => a.Version));
        Assert.Equal(Day("2025-09-10"), question.AnsweredOn);
    }

    [Theory]
    [InlineData("2025-09-30", false)]
    [InlineData("2025-10-01", true)]
    public void A_question_is_overdue_from_the_day_after_its_last_one(string day, bool overdue) => Assert.Equal(overdue, AQuestion().IsOverdueOn(Day(day)));

    [Fact]
    public void A_question_that_was_answered_late_was_overdue_until_then()
    {
        var question = AQuestion();
        Answer(question, "2025-10-05");

        Assert.True(question.IsOverdueOn(Day("2025-10-04")));
        Assert.False(question.IsOverdueOn(Day("2025-10-05")));
    }

    [Fact]
    public void A_question_has_time_to_be_answered_and_is_answered_after_it_was_asked()
    {
        Assert.Equal((CouncilMeetingRules.DueBeforeAsked, "question.due_date"), Refused(() => AQuestion(due: "2025-08-31")));
        Assert.Equal((CouncilMeetingRules.AnswerBeforeQuestion, "answered_date"), Refused(() => Answer(AQuestion(), "2025-08-31")));
    }

    [Theory]
    [InlineData("2025-09-15", null, "Uitnodiging: Regiovisie 2026-2030", "Laat u ons uiterlijk 1 oktober 2025 weten hoeveel leden komen?")]
    [InlineData("2025-10-02", null, "Herinnering: Regiovisie 2026-2030", "Wij vroegen u uiterlijk 1 oktober 2025 te laten weten")]
    [InlineData("2025-10-02", 1, "Uitnodiging: Regiovisie 2026-2030", "Volgens uw bericht van 10 september 2025 komt er één persoon.")]
    [InlineData("2025-10-02", 0, "Uitnodiging: Regiovisie 2026-2030", "Volgens uw bericht van 10 september 2025 komt er niemand.")]
    public void The_clerk_is_invited_reminded_or_told_what_was_heard(string today, int? people, string subject, string words)
    {
        var meeting = AMeeting();
        if (people is { } coming)
            meeting.Reply(new ReplyFacts("GM0106", coming, Day("2025-09-10"), ""), Today);

        var text = InvitationText.Of(meeting, "Assen", meeting.ReplyOf("GM0106"), Day(today));

        Assert.Equal(subject, text.Subject);
        Assert.Contains(words, text.Body, StringComparison.Ordinal);
        Assert.StartsWith("Geachte griffier van Assen,", text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_that_is_moved_replaces_its_invitation_and_asks_anew_who_comes()
    {
        var meeting = AMeeting();
        meeting.Reply(new ReplyFacts("GM0106", 4, Day("2025-10-02"), ""), Today);
        var before = InvitationCalendar.Of(meeting);

        meeting.Move(new MoveFacts(Day("2025-11-05"), Day("2025-10-29"), "De zaal is bezet."), ["GM0106", "GM0114", "GM1730"], Today);

        Assert.Equal((Planned, Day("2025-11-05"), CouncilMeetingState.Planned), (meeting.Moves.Single().PlannedBefore, meeting.Day, meeting.State));
        Assert.Null(meeting.ReplyOf("GM0106"));
        Assert.True(meeting.IsLate(meeting.Replies[0]), "The reply was late for the first day and stays so.");
        Assert.Equal(["GM1680", "GM0106", "GM0114", "GM1730"], meeting.Invitations.OrderBy(i => i.Rank).Select(i => i.MunicipalityId));
        meeting.Reply(new ReplyFacts("GM0106", 2, Day("2025-10-20"), ""), Today);
        Assert.Equal((2, false), (meeting.ReplyOf("GM0106")!.People, meeting.IsLate(meeting.ReplyOf("GM0106")!)));
        var text = InvitationText.Of(meeting, "Assen", null, Today.Today);
        Assert.Equal("Verplaatst: Regiovisie 2026-2030", text.Subject);
        Assert.Contains("van 8 oktober 2025 is verplaatst naar 5 november 2025", text.Body, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0", before, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", InvitationCalendar.Of(meeting), StringComparison.Ordinal);
        meeting.Cancel("Storm");
        Assert.Contains("SEQUENCE:2", InvitationCalendar.Of(meeting), StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL", InvitationCalendar.Of(meeting), StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_moves_to_another_day_that_has_councils_and_not_once_it_is_over()
    {
        var meeting = AMeeting();

        Assert.Equal((CouncilMeetingRules.SameDay, "planned_date"), Refused(() => Move(Planned, "GM0106")));
        Assert.Equal((CouncilMeetingRules.WithoutCouncils, "planned_date"), Refused(() => Move(Planned.AddDays(1))));
        meeting.Cancel("Storm");
        Assert.Equal((CouncilMeetingRules.NotPlanned, "meeting_id"), Refused(() => Move(Planned.AddDays(1), "GM0106")));
        Assert.Empty(meeting.Moves);

        void Move(DateOnly day, params string[] members) => meeting.Move(new MoveFacts(day, day, "Anders"), members, Today);
    }

    [Fact]
    public void What_was_sent_to_a_clerk_is_outdated_once_the_meeting_is_moved_or_cancelled()
    {
        var meeting = AMeeting();
        meeting.RecordSent(Day("2025-09-01"), [("GM0106", "griffie Assen"), ("GM0114", "griffie Emmen")], Today);
        meeting.Move(new MoveFacts(Day("2025-11-05"), Day("2025-10-29"), "De zaal is bezet."), ["GM0106"], Today);
        meeting.RecordSent(Day("2025-10-20"), [("GM0106", "griffie Assen")], Today);

        Assert.Equal((Day("2025-10-20"), 1, false), Sent("GM0106"));
        Assert.Equal((Day("2025-09-01"), 0, true), Sent("GM0114"));
        Assert.Null(meeting.SendingTo("GM1680"));
        meeting.Cancel("Storm");
        Assert.True(Sent("GM0106").Outdated);
        Assert.Equal((CouncilMeetingRules.NotInvited, "sendings[0].municipality_id"), Refused(() => meeting.RecordSent(Day("2025-10-20"), [("GM0014", "griffie Groningen")], Today)));

        (DateOnly On, int Sequence, bool Outdated) Sent(string municipality) =>
            meeting.SendingTo(municipality) is var sent && sent is not null ? (sent.SentOn, sent.Sequence, meeting.IsOutdated(sent)) : default;
    }

    [Fact]
    public void A_cancelled_meeting_is_struck_out_in_the_calendar_by_the_same_name()
    {
        var meeting = AMeeting();
        var before = InvitationCalendar.Of(meeting);
        meeting.Cancel("Storm");
        var after = InvitationCalendar.Of(meeting);

        Assert.Contains("STATUS:CONFIRMED", before, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", after, StringComparison.Ordinal);
        Assert.All([before, after], calendar => Assert.Contains($"UID:{meeting.Id:D}@regio", calendar, StringComparison.Ordinal));
        Assert.Contains("gaat niet door. Reden: Storm", InvitationText.Of(meeting, "Assen", null, Today.Today).Body, StringComparison.Ordinal);
    }

    private static CouncilMeeting AMeeting() => CouncilMeeting.Plan(Guid.NewGuid(), Facts(), ["GM1680", "GM0106", "GM0114"]);

    private static CouncilMeetingFacts Facts() => new()
    {
        RegionId = "JHRD",
        Subject = "Regiovisie 2026-2030",
        Programme = "Toelichting en gesprek in groepen.",
        Place = "Provinciehuis, Assen",
        PlannedOn = Planned,
        ReplyDueOn = Day("2025-10-01"),
        RoundId = null,
    };

    private static CouncilQuestion AQuestion(string due = "2025-09-30") => CouncilQuestion.Ask(
        Guid.NewGuid(),
        new QuestionFacts
        {
            RegionId = "JHRD",
            MeetingId = null,
            Subject = "Wachttijden",
            Text = "Hoe lang wachten kinderen uit onze gemeente?",
            DueOn = Day(due),
            MunicipalityId = "GM0106",
            AskedOn = Day("2025-09-01"),
        },
        Today.Today);

    private static void Answer(CouncilQuestion question, string on, string correction = "") =>
        question.Answer(Guid.NewGuid(), new AnswerFacts("Gemiddeld acht weken.", Day(on), correction), Today);

    private static (Rule Rule, string? Field) Refused(Action act)
    {
        var refusal = Assert.Throws<DomainException>(act);
        return (refusal.Rule, refusal.Field);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
