using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;

namespace Regio.Municipalities.Tests.CouncilMeetings;

/// <summary>Meetings of all councils and the bank of questions, over real gRPC and PostgreSQL.</summary>
public sealed class CouncilMeetingFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private readonly CouncilMeetingWays _ways = new(host);

    [Fact]
    public async Task A_meeting_goes_from_the_invitation_of_all_twelve_to_who_came()
    {
        var id = await _ways.PlanAsync();
        await host.CouncilMeetings.RecordInvitationReplyAsync(CouncilMeetingWays.Replying(id, "GM0106", 4));
        await host.CouncilMeetings.RecordInvitationReplyAsync(CouncilMeetingWays.Replying(id, "GM0114", 0));
        await host.CouncilMeetings.RecordCouncilMeetingAsync(new()
        {
            RequestId = RoundWays.NewId(), MeetingId = id, HeldDate = RoundWays.Past, Attendances = { new Attendance { MunicipalityId = "GM0106", People = 3 } },
        });

        var meeting = (await host.CouncilMeetings.GetCouncilMeetingAsync(new() { Id = id })).Meeting;

        Assert.Equal(CouncilMeetingState.Held, meeting.State);
        Assert.Equal(12, meeting.Invitations.Count);
        Assert.Equal((4, 3), meeting.Invitations.Where(i => i.MunicipalityId == "GM0106").Select(i => (i.Reply.People, i.PresentPeople)).Single());
        Assert.Equal((false, 0), meeting.Invitations.Where(i => i.MunicipalityId == "GM0114").Select(i => (i.Reply.Coming, i.PresentPeople)).Single());
        Assert.Equal(10, meeting.Invitations.Count(i => i.Reply is null));
        Assert.Equal(2, meeting.Replies.Count);
    }

    [Fact]
    public async Task Each_clerk_has_a_mail_and_a_calendar_file()
    {
        var id = await _ways.PlanAsync(RoundWays.Later);

        var invitation = await host.CouncilMeetings.GetInvitationAsync(new() { MeetingId = id, MunicipalityId = "GM1730" });

        Assert.StartsWith("Geachte griffier van Tynaarlo,", invitation.MailText, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VEVENT", invitation.Calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_once_for_every_council_that_asks_it()
    {
        var meeting = await _ways.PlanAsync();
        var id = await _ways.AskAsync(meeting);
        await host.CouncilMeetings.JoinQuestionAsync(new() { RequestId = RoundWays.NewId(), QuestionId = id, MunicipalityId = "GM1730", AskedDate = RoundWays.Past });
        var open = await host.CouncilMeetings.ListQuestionsAsync(new() { MeetingId = meeting, Standing = QuestionStanding.Overdue });
        await host.CouncilMeetings.AnswerQuestionAsync(CouncilMeetingWays.Answering(id));
        await host.CouncilMeetings.AnswerQuestionAsync(CouncilMeetingWays.Answering(id, "Getal verbeterd"));

        var question = (await host.CouncilMeetings.GetQuestionAsync(new() { Id = id })).Question;

        Assert.Equal(id, Assert.Single(open.Questions).Id);
        Assert.Equal(["", "Getal verbeterd"], question.Answers.Select(a => a.CorrectionReason));
        Assert.Equal(question, Assert.Single((await host.CouncilMeetings.ListQuestionsAsync(new() { MeetingId = meeting, MunicipalityId = "GM1730", Standing = QuestionStanding.Answered })).Questions));
        Assert.Empty((await host.CouncilMeetings.ListQuestionsAsync(new() { MeetingId = meeting, Standing = QuestionStanding.Open })).Questions);
        Assert.Empty((await host.CouncilMeetings.ListQuestionsAsync(new() { MeetingId = meeting, AsOf = new() { Year = 2021, Month = 1, Day = 14 } })).Questions);
    }

    [Fact]
    public async Task Twelve_councils_that_join_at_once_each_join_once()
    {
        var id = await _ways.AskAsync();
        var others = (await host.Register.ListMunicipalitiesAsync(new())).Municipalities.Select(m => m.Id).Where(m => m != "GM0106").ToList();

        await Task.WhenAll(others.Concat(others).Select(async municipality =>
        {
            try
            {
                await host.CouncilMeetings.JoinQuestionAsync(new() { RequestId = RoundWays.NewId(), QuestionId = id, MunicipalityId = municipality, AskedDate = RoundWays.Past });
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.AlreadyExists)
            {
                // The same council was faster.
            }
        }));

        var question = (await host.CouncilMeetings.GetQuestionAsync(new() { Id = id })).Question;
        Assert.Equal(others.Append("GM0106").Order(), question.Askers.Select(a => a.MunicipalityId).Order());
    }

    [Fact]
    public async Task A_meeting_is_moved_and_shows_who_was_told_of_the_new_day()
    {
        var id = await _ways.PlanAsync(RoundWays.Later);
        await host.CouncilMeetings.RecordInvitationsSentAsync(CouncilMeetingWays.Sending(id, "GM0106", "GM0114"));
        var moved = (await host.CouncilMeetings.MoveCouncilMeetingAsync(CouncilMeetingWays.Moving(id))).Meeting;
        await host.CouncilMeetings.RecordInvitationsSentAsync(CouncilMeetingWays.Sending(id, "GM0106"));

        var meeting = (await host.CouncilMeetings.GetCouncilMeetingAsync(new() { Id = id })).Meeting;

        Assert.Equal((1, RoundWays.Later, "De zaal is bezet."), (moved.Sequence, meeting.Moves.Single().PlannedDateBefore, meeting.Moves.Single().Reason));
        Assert.Equal(("griffie GM0106", false, 1), meeting.Invitations.Where(i => i.MunicipalityId == "GM0106").Select(i => (i.Sent.Recipient, i.Sent.IsOutdated, i.Sent.Sequence)).Single());
        Assert.True(meeting.Invitations.Single(i => i.MunicipalityId == "GM0114").Sent.IsOutdated);
        Assert.Equal(10, meeting.Invitations.Count(i => i.Sent is null));
        Assert.Equal(3, meeting.Sendings.Count);
        var invitation = await host.CouncilMeetings.GetInvitationAsync(new() { MeetingId = id, MunicipalityId = "GM0106" });
        Assert.Contains("SEQUENCE:1", invitation.Calendar, StringComparison.Ordinal);
        Assert.Contains("Verplaatst van 01-02-2099: De zaal is bezet.", await host.Database.ScalarAsync<string>($"select text from timeline_entry where name = 'councilMeetings/{id}'"), StringComparison.Ordinal);
        await Refusals.IsRefusedAsync("COUNCIL_MEETING_SAME_DAY", StatusCode.FailedPrecondition, async () => await host.CouncilMeetings.MoveCouncilMeetingAsync(CouncilMeetingWays.Moving(id)));
        foreach (var table in new[] { "council_meeting_move", "invitation_sending" })
            await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"delete from {table} where council_meeting_id = '{id}'"));
    }

    [Fact]
    public async Task Meetings_and_questions_are_on_the_timeline_in_Dutch()
    {
        var meeting = await _ways.PlanAsync();
        var question = await _ways.AskAsync(meeting);
        await host.CouncilMeetings.AnswerQuestionAsync(CouncilMeetingWays.Answering(question));
        await host.CouncilMeetings.CancelCouncilMeetingAsync(new() { RequestId = RoundWays.NewId(), MeetingId = meeting, Reason = "Te weinig aanmeldingen" });

        Assert.Equal("Regionale bijeenkomst van de raden vervallen", await host.Database.ScalarAsync<string>($"select title from timeline_entry where name = 'councilMeetings/{meeting}'"));
        Assert.Equal("Wachttijden: vraag beantwoord", await host.Database.ScalarAsync<string>($"select title from timeline_entry where name = 'questions/{question}'"));
        var rebuilt = await host.Database.ScalarAsync<string>("select rebuild_timeline()::text");
        Assert.Equal("(0,0,0)", rebuilt);
    }

    [Theory]
    [InlineData("update council_reply set people = 9 where council_meeting_id = '{0}'")]
    [InlineData("delete from council_invitation where council_meeting_id = '{0}'")]
    [InlineData("update council_invitation set present = 9 where council_meeting_id = '{0}'")]
    [InlineData("update council_meeting set state = 'Planned', cancel_reason = '' where id = '{0}'")]
    public async Task The_database_keeps_what_a_meeting_that_is_over_was(string sql)
    {
        var id = await _ways.PlanAsync();
        await host.CouncilMeetings.RecordInvitationReplyAsync(CouncilMeetingWays.Replying(id, "GM0106", 4));
        await host.CouncilMeetings.CancelCouncilMeetingAsync(new() { RequestId = RoundWays.NewId(), MeetingId = id, Reason = "Storm" });

        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql.Replace("{0}", id, StringComparison.Ordinal)));
    }
}
