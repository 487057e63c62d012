using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Meetings;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Work;

/// <summary>Actions, dossiers, risks and data requests over real gRPC and PostgreSQL.</summary>
public sealed class WorkFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private readonly WorkWays _ways = new(host);

    [Fact]
    public async Task An_action_of_a_meeting_goes_back_to_its_body()
    {
        var meetings = new MeetingWays(host);
        var body = await meetings.BodyAsync();
        var meeting = await meetings.WithItemAsync(body);
        var item = await _ways.RaiseAsync(i => (i.FeedbackBodyId, i.Source) = ("", new() { MeetingId = meeting, ItemNumber = 1 }));
        await host.Work.CloseWorkItemAsync(WorkWays.Closing(item.Id));

        var owed = Assert.Single((await host.Work.ListWorkItemsAsync(new() { MeetingId = meeting, Standing = WorkItemStanding.FeedbackOwed })).Items);
        Assert.Equal((body, WorkItemState.Done, true), (owed.FeedbackBodyId, owed.State, owed.FeedbackOwed));
        var told = (await host.Work.RecordFeedbackAsync(new() { RequestId = NewId(), Id = item.Id, FeedbackDate = WorkWays.Due, Feedback = "Gemeld in het overleg." })).Item;
        Assert.False(told.FeedbackOwed);
        Assert.Empty((await host.Work.ListWorkItemsAsync(new() { MeetingId = meeting, Standing = WorkItemStanding.FeedbackOwed })).Items);
    }

    [Fact]
    public async Task What_a_council_remarked_goes_back_to_that_council_and_a_source_that_is_not_there_is_refused()
    {
        var (round, view) = await new RoundWays(host).WeighingAsync();
        var item = await _ways.RaiseAsync(i => (i.FeedbackBodyId, i.Source) = ("", new() { RoundId = round, ViewNumber = view, RemarkNumber = 1 }));
        Assert.Equal("GM1680:council", item.FeedbackBodyId);
        Assert.Equal(item.Id, Assert.Single((await host.Work.ListWorkItemsAsync(new() { RoundId = round })).Items).Id);
        Assert.Equal("JHRD:ABO", (await _ways.RaiseAsync(i => (i.FeedbackBodyId, i.Source) = ("", new() { RoundId = round }))).FeedbackBodyId);

        await Refusals.IsRefusedAsync("WORK_ITEM_SOURCE_UNKNOWN", StatusCode.NotFound, () => _ways.RaiseAsync(i => i.Source = new() { RoundId = round, ViewNumber = view, RemarkNumber = 2 }));
        await Refusals.IsRefusedAsync("WORK_ITEM_SOURCE_AMBIGUOUS", StatusCode.InvalidArgument, () => _ways.RaiseAsync(i => i.Source = new() { RoundId = round, ViewNumber = view }));
    }

    [Fact]
    public async Task An_item_names_one_clause_and_the_indicator_that_it_led_to_and_tells_them_with_its_remark()
    {
        var (round, view) = await new RoundWays(host).WeighingAsync();
        var item = await _ways.RaiseAsync(i => i.Source = new() { RoundId = round, ViewNumber = view, RemarkNumber = 1 });
        var result = new WorkItemResult { ContractId = NewId(), ContractLineId = NewId(), IndicatorCode = "youth-care-use" };

        Assert.Equal(result, (await LeadToAsync(item.Id, result)).Result);

        Assert.Equal(
            $"{round} {view} 1 {result.ContractId} {result.ContractLineId} youth-care-use",
            await host.Database.ScalarAsync<string>($"""
                select concat_ws(' ', b ->> 'roundId', b ->> 'viewNumber', b ->> 'remarkNumber', b ->> 'contractId', b ->> 'contractLineId', b ->> 'indicatorCode')
                from outbox_message, lateral (select body::jsonb as b) told where message_type like '%WorkItemChanged%' and lane = '{item.Id}' order by sequence desc limit 1
                """));
        await Refusals.IsRefusedAsync("WORK_ITEM_RESULT_AMBIGUOUS", StatusCode.InvalidArgument, () => LeadToAsync(item.Id, new() { ContractId = NewId() }));
        await Refusals.IsRefusedAsync("OBLIGATION_UNKNOWN", StatusCode.NotFound, () => _ways.RaiseAsync(i => i.Result = new() { AgreementId = NewId(), ObligationNumber = 1 }));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"update work_item set result_contract_line_id = null where id = '{item.Id}'"));
        Assert.Equal("ck_work_item_result", refused.ConstraintName);
        Assert.Null((await LeadToAsync(item.Id, null)).Result);
    }

    private async Task<WorkItem> LeadToAsync(string id, WorkItemResult? result) => (await host.Work.UpdateWorkItemAsync(
        new() { RequestId = NewId(), Item = new() { Id = id, Result = result }, UpdateMask = new() { Paths = { "result" } } })).Item;

    [Fact]
    public async Task What_is_open_and_overdue_is_judged_by_the_day_asked_for()
    {
        var dossier = (await _ways.RaiseAsync(kind: WorkItemKind.Dossier)).Id;
        var late = await _ways.RaiseAsync(i => (i.DossierId, i.DueDate) = (dossier, WorkWays.Due));
        var undated = await _ways.RaiseAsync(i => (i.DossierId, i.DueDate, i.OwnerId) = (dossier, null, "GM0114:executive"), WorkItemKind.DataRequest);
        await host.Work.CloseWorkItemAsync(WorkWays.Closing(late.Id, new() { Year = 2021, Month = 6, Day = 1 }));

        Assert.Equal([late.Id], await IdsAsync(WorkItemStanding.Overdue, new() { Year = 2021, Month = 5, Day = 17 }));
        Assert.Empty(await IdsAsync(WorkItemStanding.Overdue, WorkWays.Due));
        Assert.Equal([late.Id, undated.Id], await IdsAsync(WorkItemStanding.Open, WorkWays.Due));
        Assert.Equal([undated.Id], await IdsAsync(WorkItemStanding.Open, new() { Year = 2021, Month = 6, Day = 1 }));
        Assert.Equal([undated.Id], (await host.Work.ListWorkItemsAsync(new() { DossierId = dossier, OwnerId = "GM0114:executive", MunicipalityId = "GM0114" })).Items.Select(i => i.Id));
        var first = await host.Work.ListWorkItemsAsync(new() { DossierId = dossier, PageSize = 1 });
        var second = await host.Work.ListWorkItemsAsync(new() { DossierId = dossier, PageSize = 1, PageToken = first.NextPageToken });
        Assert.Equal([late.Id, undated.Id], first.Items.Concat(second.Items).Select(i => i.Id));
        Assert.Empty(second.NextPageToken);

        async Task<IEnumerable<string>> IdsAsync(WorkItemStanding standing, Common.V1.Date day) =>
            (await host.Work.ListWorkItemsAsync(new() { DossierId = dossier, Standing = standing, AsOf = day })).Items.Select(i => i.Id);
    }

    [Fact]
    public async Task A_dossier_closes_last_also_for_the_database()
    {
        var dossier = (await _ways.RaiseAsync(kind: WorkItemKind.Dossier)).Id;
        var item = (await _ways.RaiseAsync(i => i.DossierId = dossier)).Id;
        await Refusals.IsRefusedAsync("WORK_ITEM_OPEN_BELOW", StatusCode.FailedPrecondition, async () => await host.Work.CloseWorkItemAsync(WorkWays.Closing(dossier)));
        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"update work_item set state = 'Done', closed_on = '2021-05-16', outcome = 'x' where id = '{dossier}'"));

        await host.Work.CloseWorkItemAsync(WorkWays.Closing(item));
        Assert.Equal(WorkItemState.Done, (await host.Work.CloseWorkItemAsync(WorkWays.Closing(dossier))).Item.State);
        await Refusals.IsRefusedAsync("WORK_ITEM_DOSSIER_CLOSED", StatusCode.FailedPrecondition, () => _ways.RaiseAsync(i => i.DossierId = dossier));
        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"update work_item set title = 'anders' where id = '{item}'"));
        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"delete from work_item where id = '{item}'"));
    }

    [Fact]
    public async Task A_reference_is_given_once_and_a_change_of_owner_stays_readable()
    {
        var reference = $"J-{Guid.NewGuid():N}";
        var item = await _ways.RaiseAsync(i => i.Reference = reference);
        await Refusals.IsRefusedAsync("WORK_ITEM_REFERENCE_TAKEN", StatusCode.AlreadyExists, () => _ways.RaiseAsync(i => i.Reference = reference));

        await host.Work.UpdateWorkItemAsync(new()
        {
            RequestId = NewId(), Reason = "Emmen heeft de cijfers.", Item = new() { Id = item.Id, OwnerId = "GM0114", Etag = item.Etag }, UpdateMask = new() { Paths = { "owner_id" } },
        });

        var read = (await host.Work.GetWorkItemAsync(new() { Id = item.Id })).Item;
        Assert.Equal(("GM0106", "GM0114", "Emmen heeft de cijfers."), (read.Changes[0].OldOwnerId, read.Changes[0].NewOwnerId, read.Changes[0].Reason));
        Assert.Equal(("beleidsadviseur", WorkWays.Due, true), (read.OwnerRole, read.DueDate, read.Overdue));
    }

    [Fact]
    public async Task An_adviser_closes_what_the_own_municipality_owns()
    {
        var adviser = new WorkService.WorkServiceClient(host.Host.CreateChannel(TestTokens.For(Roles.PolicyAdviser, municipality: "GM0106")));
        var own = await _ways.RaiseAsync();
        var ofRegion = await _ways.RaiseAsync(i => i.OwnerId = "JHRD:ABO");

        Assert.Equal(WorkItemState.Done, (await adviser.CloseWorkItemAsync(WorkWays.Closing(own.Id))).Item.State);
        await Refusals.IsRefusedAsync("OTHER_PARTY_DATA", StatusCode.PermissionDenied, async () => await adviser.CloseWorkItemAsync(WorkWays.Closing(ofRegion.Id)));
    }

    [Fact]
    public async Task An_item_is_on_the_timeline_once_and_its_event_tells_no_words()
    {
        var mark = $"kenmerk{Guid.NewGuid():N}";
        var item = await _ways.RaiseAsync(i => i.Title = $"Risico op wachtlijsten {mark}", WorkItemKind.Risk);
        await host.Work.CloseWorkItemAsync(WorkWays.Closing(item.Id));

        var told = Assert.Single((await host.Memory.ListTimelineEntriesAsync(new() { Text = $"wachtlijst {mark}" })).Entries);
        Assert.Equal(($"workItems/{item.Id}", TimelineKind.Work, "Risico afgedaan"), (told.Name, told.Kind, told.Title));
        Assert.Equal(["GM0106"], told.MunicipalityIds);
        var bodies = await host.Database.ScalarAsync<string>($"select string_agg(body::text, '') from outbox_message where lane = '{item.Id}'");
        Assert.Contains("\"state\":\"done\"", bodies, StringComparison.Ordinal);
        Assert.DoesNotContain(mark, bodies, StringComparison.Ordinal);
        Assert.Equal(0, await host.Database.ScalarAsync<long>("select count(*) from timeline_entry where title like '%Changed'"));
    }

    [Fact]
    public async Task What_carries_out_a_goal_is_told_by_name_and_nothing_else_is()
    {
        var effort = (await host.Goals.AddGoalNodeAsync(GoalSamples.Node(GoalNodeKind.Effort))).Node.Id;
        var measure = (await host.Goals.AddGoalNodeAsync(GoalSamples.Node(GoalNodeKind.Indicator))).Node.Id;
        var item = await _ways.RaiseAsync();

        item.GoalNodeId = effort;
        Assert.Equal(effort, (await ChangeAsync(item)).GoalNodeId);
        var loose = (await host.Work.GetWorkItemAsync(new() { Id = item.Id })).Item;
        loose.GoalNodeId = "";
        await ChangeAsync(loose);

        Assert.Equal([" ", $"{effort} {item.Title}", " "], await ToldAsync(item.Id));
        await Refusals.IsRefusedAsync("WORK_ITEM_NO_GOAL", StatusCode.FailedPrecondition, () => _ways.RaiseAsync(i => i.GoalNodeId = measure));
        await Refusals.IsRefusedAsync("WORK_ITEM_NO_GOAL", StatusCode.FailedPrecondition, () => _ways.RaiseAsync(i => (i.RegionId, i.GoalNodeId) = ("ZD", effort)));
        await Refusals.IsRefusedAsync("GOAL_NODE_UNKNOWN", StatusCode.NotFound, () => _ways.RaiseAsync(i => i.GoalNodeId = NewId()));

        async Task<WorkItem> ChangeAsync(WorkItem changed) =>
            (await host.Work.UpdateWorkItemAsync(new() { RequestId = NewId(), Item = changed, UpdateMask = new() { Paths = { "goal_node_id" } } })).Item;

        async Task<string[]> ToldAsync(string id) => (await host.Database.ScalarAsync<string>(
            $"""
             select string_agg(concat(b ->> 'goalNodeId', ' ', b ->> 'title'), ';' order by sequence)
             from outbox_message, lateral (select body::jsonb as b) told where message_type like '%WorkItemChanged%' and lane = '{id}'
             """))!.Split(';');
    }

    private static string NewId() => GeneratedRequest.NewId();
}
