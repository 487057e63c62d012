using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;

namespace Regio.Municipalities.Tests.Meetings;

/// <summary>Meetings with agenda, attendance and decision list, over real gRPC and PostgreSQL.</summary>
public sealed class MeetingFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private readonly MeetingWays _ways = new(host);

    [Fact]
    public async Task A_meeting_goes_from_agenda_to_decision_list()
    {
        var body = await _ways.BodyAsync();
        var id = await _ways.WithItemAsync(body);
        await host.Meetings.AnnotateItemAsync(new() { RequestId = NewId(), MeetingId = id, ItemNumber = 1, Annotation = "Zie bijlage 2.", ProposedDecision = "In te stemmen." });
        await _ways.HoldAsync(id);
        await host.Meetings.RecordItemDecisionAsync(MeetingWays.Decision(id, "Het overleg stemt in."));
        await host.Meetings.RecordItemDecisionAsync(MeetingWays.Decision(id, "Het overleg stemt in met de aanpak.", "Woorden weggevallen"));

        var meeting = (await host.Meetings.GetMeetingAsync(new() { Id = id })).Meeting;
        var listed = Assert.Single((await host.Meetings.ListItemDecisionsAsync(new() { BodyId = body })).Decisions);

        Assert.Equal(MeetingState.Held, meeting.State);
        Assert.Equal("Zie bijlage 2.", Assert.Single(meeting.Items).Annotation);
        Assert.Equal(["Het overleg stemt in.", "Het overleg stemt in met de aanpak."], meeting.Items[0].Decisions.Select(d => d.LiteralText));
        Assert.Equal(meeting.Items[0].Decisions[1], listed);
        Assert.Equal([listed], (await host.Meetings.ListItemDecisionsAsync(new() { MeetingId = id })).Decisions);
    }

    [Fact]
    public async Task What_is_decided_without_quorum_is_recorded_and_takes_no_effect()
    {
        var body = await _ways.BodyAsync();
        await host.Bodies.SetQuorumAsync(new() { RequestId = NewId(), BodyId = body, Quorum = new() { Rule = QuorumRule.AllSeats, StartDate = RoundWays.Past, Ground = new() { Title = "Reglement" } } });
        var id = await _ways.WithItemAsync(body);

        var held = await _ways.HoldAsync(id);
        var decision = (await host.Meetings.RecordItemDecisionAsync(MeetingWays.Decision(id, "Ingestemd."))).Decision;

        Assert.Equal((MeetingQuorum.NotMet, 1, 0), (held.Quorum, held.RequiredSeats, held.CountedSeats));
        Assert.False(decision.TakesEffect);
    }

    [Fact]
    public async Task The_other_services_hear_of_each_change_of_a_meeting_without_its_words()
    {
        var id = await _ways.WithItemAsync(await _ways.BodyAsync());
        await _ways.HoldAsync(id);
        await host.Meetings.RecordItemDecisionAsync(MeetingWays.Decision(id, "Ingestemd."));

        Assert.Equal("planned 0 0, planned 1 0, held 1 0, held 1 1", await host.Database.ScalarAsync<string>($"""
            select string_agg(concat_ws(' ', body::jsonb ->> 'state', body::jsonb ->> 'items', body::jsonb ->> 'decidedItems'), ', ' order by sequence)
            from outbox_message where body::jsonb ->> 'meetingId' = '{id}'
            """));
    }

    [Fact]
    public async Task Meetings_come_by_day_and_page_by_page()
    {
        var body = await _ways.BodyAsync();
        var late = await _ways.PlanAsync(body, RoundWays.Later);
        var early = await _ways.PlanAsync(body, RoundWays.Past);

        var first = await host.Meetings.ListMeetingsAsync(new() { BodyId = body, PageSize = 1 });
        var second = await host.Meetings.ListMeetingsAsync(new() { BodyId = body, PageSize = 1, PageToken = first.NextPageToken });

        Assert.Equal([early, late], first.Meetings.Concat(second.Meetings).Select(m => m.Id));
        Assert.Empty(second.NextPageToken);
        Assert.Equal([late], (await host.Meetings.ListMeetingsAsync(new() { BodyId = body, StartDate = RoundWays.Later })).Meetings.Select(m => m.Id));
    }

    [Fact]
    public async Task An_agenda_that_somebody_else_changed_is_not_overwritten()
    {
        var id = await _ways.WithItemAsync(await _ways.BodyAsync());
        var etag = (await host.Meetings.GetMeetingAsync(new() { Id = id })).Meeting.Etag;
        await host.Meetings.CancelMeetingAsync(new() { RequestId = NewId(), MeetingId = id, Reason = "Verkiezingen", Etag = etag });

        await Refusals.IsRefusedAsync("ETAG_MISMATCH", StatusCode.Aborted, async () =>
            await host.Meetings.PutOnAgendaAsync(new() { RequestId = NewId(), MeetingId = id, Item = new() { Title = "Rondvraag" }, Etag = etag }));
        await Refusals.IsRefusedAsync("MEETING_NOT_PLANNED", StatusCode.FailedPrecondition, async () =>
            await host.Meetings.PutOnAgendaAsync(new() { RequestId = NewId(), MeetingId = id, Item = new() { Title = "Rondvraag" } }));
        Assert.Equal("Verkiezingen", (await host.Meetings.GetMeetingAsync(new() { Id = id })).Meeting.CancelReason);
    }

    [Theory]
    [InlineData("update item_decision set literal_text = 'anders' where meeting_id = '{0}'")]
    [InlineData("delete from item_decision where meeting_id = '{0}'")]
    [InlineData("update agenda_item set annotation = 'anders' where meeting_id = '{0}'")]
    [InlineData("update meeting set state = 'Planned' where id = '{0}'")]
    [InlineData("update meeting set quorum = 'NotMet' where id = '{0}'")]
    [InlineData("update meeting set cancel_reason = 'toch niet' where id = '{0}'")]
    public async Task The_database_keeps_what_a_meeting_that_was_held_decided(string sql)
    {
        var id = await _ways.WithItemAsync(await _ways.BodyAsync());
        await _ways.HoldAsync(id);
        await host.Meetings.RecordItemDecisionAsync(MeetingWays.Decision(id, "Ingestemd."));

        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql.Replace("{0}", id, StringComparison.Ordinal)));
    }

    private static string NewId() => Guid.CreateVersion7().ToString();
}
