using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>Sittings through the real service: who is invited, what they see and for how long.</summary>
public sealed class SittingFeatureTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task The_agenda_shows_each_file_complete_or_with_its_gap_and_logs_it()
    {
        var sitting = await PlanAsync("a member");
        var bare = await ScheduledAsync(sitting, analysis: false);
        var complete = await ScheduledAsync(sitting, analysis: true);
        await host.FollowUpAs(Roles.TableChair).AssignLeadAsync(new() { RequestId = ExpertTableHost.NewId(), Id = complete, Lead = "a lead" });
        await host.Capacity().AssignGuideAsync(Staff.Assign(complete, (await host.StaffAsync()).Id));

        var agenda = await host.Sittings().GetAgendaAsync(new() { Id = sitting });

        Assert.Equal([bare, complete], agenda.Items.Select(i => i.Case.Id));
        Assert.Equal((false, true), (agenda.Items[0].Complete, agenda.Items[1].Complete));
        Assert.Equal([AgendaGap.Analysis, AgendaGap.Lead, AgendaGap.Guide], agenda.Items[0].Gaps);
        Assert.Equal(2, await host.CountAsync($"select count(*) from case_read where method = 'GetAgenda' and case_id in ('{bare}', '{complete}')"));
        var first = await host.Sittings().GetAgendaAsync(new() { Id = sitting, PageSize = 1 });
        var next = await host.Sittings().GetAgendaAsync(new() { Id = sitting, PageSize = 1, PageToken = first.NextPageToken });
        Assert.Equal((bare, complete, ""), (first.Items[0].Case.Id, next.Items[0].Case.Id, next.NextPageToken));
    }

    [Fact]
    public async Task Each_participant_prepares_with_as_much_as_the_relation_allows()
    {
        var sitting = await PlanAsync("a member");
        await host.Sittings().InviteParticipantAsync(Diary.Invite(sitting, "a guest", ParticipantRelation.Guest));
        var id = await ScheduledAsync(sitting, analysis: true);
        await host.Chair.GiveAdviceAsync(Requests.Advice(id));

        var member = Assert.Single((await host.Sittings(Roles.TableMember, "a member").GetPackageAsync(new() { Id = sitting })).Cases);
        var guest = Assert.Single((await host.Sittings(Roles.TableMember, "a guest").GetPackageAsync(new() { Id = sitting })).Cases);

        Assert.Equal(("De verklarende analyse.", "Het advies."), (member.Analyses[0].Text, member.Advice.Text));
        Assert.Equal(("De verklarende analyse.", null), (guest.Analyses[0].Text, guest.Advice));
        Assert.Null((await host.ReadAsync(id, host.As(Roles.TableMember, subject: "a guest"))).Advice);
        var reads = (await host.Officer.ListCaseReadsAsync(new() { Id = id })).Reads;
        Assert.Equal(["a guest", "a guest", "a member"], reads.Where(r => r.Role == Roles.TableMember).Select(r => r.Reader));
        Assert.Contains(reads, r => r is { Method: "GetPackage", Purpose: ReadPurpose.Sitting, Reader: "a member" });
    }

    [Fact]
    public async Task A_participant_sees_a_case_from_the_invitation_until_its_evaluation_and_no_other()
    {
        var sitting = await PlanAsync();
        var id = await ScheduledAsync(sitting, analysis: true);
        var other = (await host.CaseInAsync(CaseState.Scheduled)).Id;
        var member = host.As(Roles.TableMember, subject: "the invited");

        await UnseenAsync(member, id);
        await host.Sittings().InviteParticipantAsync(Diary.Invite(sitting, "the invited"));
        Assert.Equal(id, (await host.ReadAsync(id, member)).Id);
        Assert.Equal([id], (await member.ListCasesAsync(new())).Cases.Select(c => c.Id));
        await UnseenAsync(member, other);

        await host.Sittings().WithdrawParticipantAsync(Diary.Withdraw(sitting, "the invited"));
        await UnseenAsync(member, id);
        await host.Sittings().InviteParticipantAsync(Diary.Invite(sitting, "the invited"));
        await host.Chair.GiveAdviceAsync(Requests.Advice(id));
        await host.Chair.DecideCaseAsync(Requests.Decide(id));
        var chair = host.FollowUpAs(Roles.TableChair);
        await chair.StartExecutionAsync(FollowUps.Start(id));
        Assert.Equal(id, (await host.ReadAsync(id, member)).Id);
        await chair.RecordOutcomeAsync(FollowUps.Outcome(id));
        await UnseenAsync(member, id);
        Assert.Empty((await host.Sittings(Roles.TableMember, "the invited").GetPackageAsync(new() { Id = sitting })).Cases);
    }

    [Fact]
    public async Task A_sitting_that_one_is_not_invited_to_does_not_exist_in_any_rpc()
    {
        var sitting = await PlanAsync("a member");
        await ScheduledAsync(sitting, analysis: true);
        var unknown = Guid.CreateVersion7().ToString();
        var stranger = host.Sittings(Roles.TableMember, "a stranger");
        var elsewhere = host.Sittings(Roles.PolicyAdviser, municipality: "GM0114");
        Func<string, Task>[] calls =
        [
            async id => await stranger.GetAgendaAsync(new() { Id = id }), async id => await stranger.GetPackageAsync(new() { Id = id }),
            async id => await elsewhere.GetAgendaAsync(new() { Id = id }), async id => await elsewhere.GetPackageAsync(new() { Id = id }),
        ];

        foreach (var call in calls)
        {
            var forbidden = await Refused.ByAsync(() => call(sitting));
            var missing = await Refused.ByAsync(() => call(unknown));
            Assert.Equal((StatusCode.NotFound, "SITTING_UNKNOWN"), (forbidden.StatusCode, forbidden.Reason()));
            Assert.Equal(missing.Status.Detail, forbidden.Status.Detail);
        }

        Assert.DoesNotContain((await stranger.ListSittingsAsync(new())).Sittings, s => s.Id == sitting);
        Assert.DoesNotContain((await elsewhere.ListSittingsAsync(new())).Sittings, s => s.Id == sitting);
        Assert.Contains((await host.Sittings(Roles.TableMember, "a member").ListSittingsAsync(new() { PageSize = 500 })).Sittings, s => s.Id == sitting);
        Assert.Contains((await host.Sittings(Roles.PolicyAdviser, municipality: "GM0106").ListSittingsAsync(new() { PageSize = 500 })).Sittings, s => s.Id == sitting);
    }

    [Fact]
    public async Task Who_is_limited_to_a_municipality_invites_nobody_to_the_cases_of_others()
    {
        var sitting = await PlanAsync("a member");
        await ScheduledAsync(sitting, analysis: true);
        var limited = host.Sittings(municipality: "GM0106");
        Func<Task>[] calls =
        [
            async () => await limited.PlanSittingAsync(Diary.Plan()), async () => await limited.InviteParticipantAsync(Diary.Invite(sitting, "an accomplice")),
            async () => await limited.WithdrawParticipantAsync(Diary.Withdraw(sitting, "a member")),
        ];

        foreach (var call in calls)
        {
            var refused = await Refused.ByAsync(call);
            Assert.Equal((StatusCode.PermissionDenied, "OTHER_PARTY_DATA"), (refused.StatusCode, refused.Reason()));
        }
    }

    [Fact]
    public async Task Advice_is_tied_to_its_sitting_with_options_and_the_members_who_dissent()
    {
        var sitting = await PlanAsync("a member");
        var id = await ScheduledAsync(sitting, analysis: true);
        var advice = new GiveAdviceRequest(Requests.Advice(id)) { Options = { "thuis", "gezinshuis" }, Dissenters = { "a stranger" } };

        var refused = await Refused.ByAsync(async () => await host.Chair.GiveAdviceAsync(advice));
        advice.Dissenters[0] = "a member";
        await host.Chair.GiveAdviceAsync(advice);

        Assert.Equal(("DISSENTER_NOT_MEMBER", "dissenters[0]"), (refused.Reason(), refused.Field()));
        var given = (await host.ReadAsync(id)).Advice;
        Assert.Equal((sitting, "a member", "Een lid ziet het anders."), (given.SittingId, Assert.Single(given.Dissenters), given.Dissent));
        Assert.Equal(["thuis", "gezinshuis"], given.Options);
    }

    [Fact]
    public async Task A_day_without_a_sitting_gets_one_however_many_schedule_at_once()
    {
        var day = TimeProvider.System.GetUtcNow().AddDays(40);
        var date = new Regio.Common.V1.Date { Year = day.Year, Month = day.Month, Day = day.Day };
        var cases = new List<string>();
        for (var i = 0; i < 5; i++)
            cases.Add((await host.CaseInAsync(CaseState.Accepted)).Id);

        var scheduled = await Task.WhenAll(cases.Select(async id => (await host.Guide.ScheduleCaseAsync(new(Requests.Schedule(id)) { SittingDate = date })).Case));

        Assert.Single(scheduled.Select(c => c.SittingId).Distinct());
        Assert.All(scheduled, c => Assert.Equal(date, c.SittingDate));
        var labelled = new PlanSittingRequest(Diary.Plan()) { SittingDate = date, Label = "" };
        var refused = await Refused.ByAsync(async () => await host.Sittings().PlanSittingAsync(labelled));
        Assert.Equal((StatusCode.AlreadyExists, "SITTING_PRESENT", "label"), (refused.StatusCode, refused.Reason(), refused.Field()));
    }

    private async Task<string> PlanAsync(params string[] members) => (await host.Sittings().PlanSittingAsync(Diary.Plan(members))).Sitting.Id;

    private async Task<string> ScheduledAsync(string sitting, bool analysis)
    {
        var id = (await host.CaseInAsync(CaseState.Accepted)).Id;
        if (analysis)
            await host.Guide.RecordAnalysisAsync(Requests.Analysis(id));
        await host.Chair.ScheduleCaseAsync(Diary.Schedule(id, sitting));
        return id;
    }

    private async Task UnseenAsync(CaseService.CaseServiceClient member, string id)
    {
        var refused = await Refused.ByAsync(() => host.ReadAsync(id, member));
        Assert.Equal((StatusCode.NotFound, "CASE_UNKNOWN"), (refused.StatusCode, refused.Reason()));
    }
}
