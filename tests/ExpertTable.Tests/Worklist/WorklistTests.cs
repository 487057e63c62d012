using Regio.Common.V1;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Worklist;

/// <summary>What is due on the cases that somebody handles, by the terms of the day on which each clock began.</summary>
public sealed class WorklistTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private readonly WorklistService.WorklistServiceClient _chair = new(host.Invoker(TestTokens.For(Roles.TableChair)));
    private readonly TermService.TermServiceClient _terms = new(host.Invoker(TestTokens.For(Roles.Regiomanager)));

    public static TheoryData<CaseState, WorkKind, Term> Clocks() => new()
    {
        { CaseState.Registered, WorkKind.Triage, Term.TriageDays },
        { CaseState.Accepted, WorkKind.Agenda, Term.AgendaDays },
        { CaseState.Scheduled, WorkKind.Advice, Term.AdviceDays },
        { CaseState.Advised, WorkKind.Decision, Term.DecisionDays },
        { CaseState.Decided, WorkKind.Start, Term.StartDays },
        { CaseState.InExecution, WorkKind.Outcome, Term.OutcomeDays },
        { CaseState.Stuck, WorkKind.WayOut, Term.StuckDays },
        { CaseState.Escalated, WorkKind.EscalationAnswer, Term.EscalationDays },
        { CaseState.InEvaluation, WorkKind.Evaluation, Term.EvaluationDays },
    };

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task Each_state_has_its_clock_a_reminder_before_its_end_and_then_is_overdue(CaseState state, WorkKind kind, Term term)
    {
        var id = (await host.CaseInAsync(state)).Id;
        var (days, remind) = (await ReadAsync(term), await ReadAsync(Term.ReminderDays));

        var due = Plus(days);
        Assert.Equal((ExpertTableHost.Today, Plus(days - remind), due), Dates(await FindAsync(id, kind, due)));
        Assert.Equal(WorkUrgency.Ahead, (await FindAsync(id, kind, Plus(days - remind - 1)))?.Urgency ?? WorkUrgency.Ahead);
        Assert.Equal(WorkUrgency.ReminderDue, (await FindAsync(id, kind, Plus(days - remind)))!.Urgency);
        Assert.Equal(WorkUrgency.ReminderDue, (await FindAsync(id, kind, due))!.Urgency);
        Assert.Equal(WorkUrgency.Overdue, (await FindAsync(id, kind, Plus(days + 1)))!.Urgency);
    }

    [Fact]
    public async Task A_case_without_a_lead_is_an_alarm_that_ends_with_one()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;

        Assert.Equal(WorkUrgency.Overdue, (await FindAsync(id, WorkKind.Lead, Plus(2)))!.Urgency);
        await host.FollowUpAs(Roles.TableChair).AssignLeadAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Lead = "a lead of the worklist" });

        Assert.Null(await FindAsync(id, WorkKind.Lead, Plus(2)));
        var led = (await _chair.ListWorkItemsAsync(new() { Lead = "a lead of the worklist" })).Items;
        Assert.Equal((id, WorkKind.Triage), (Assert.Single(led).CaseId, led[0].Kind));
    }

    [Fact]
    public async Task A_clock_that_stands_still_is_not_overdue_and_its_last_day_moves_by_the_time_it_stood_still()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;
        var days = await ReadAsync(Term.TriageDays);
        await host.FollowUpAs(Roles.TableChair).StopClockAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Reason = ClockStopReason.Family });

        Assert.Equal(WorkUrgency.Stopped, (await FindAsync(id, WorkKind.Triage, Plus(days + 1)))!.Urgency);
        await host.Database.ExecuteAsync($"update case_file set clock_stopped_at = clock_stopped_at - interval '3 days' where id = '{id}'");
        await host.FollowUpAs(Roles.TableChair).ResumeClockAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id });

        Assert.Equal(Plus(days + 3), (await FindAsync(id, WorkKind.Triage, Plus(days)))!.DueDate);
    }

    [Fact]
    public async Task A_case_that_waits_for_a_guide_has_a_clock_and_a_closed_case_has_none()
    {
        var waiting = (await host.CaseInAsync(CaseState.Registered)).Id;
        await host.Capacity().RequestGuideAsync(Staff.Ask(waiting));
        var closed = (await host.CaseInAsync(CaseState.Closed)).Id;

        Assert.NotNull(await FindAsync(waiting, WorkKind.Guide, ExpertTableHost.Today));
        Assert.DoesNotContain((await _chair.ListWorkItemsAsync(new() { PageSize = 500, AsOf = Plus(100) })).Items, item => item.CaseId == closed);
    }

    [Fact]
    public async Task A_municipality_sees_the_clocks_of_its_own_children_and_each_case_shown_is_in_the_read_log()
    {
        var own = (await host.CaseInAsync(CaseState.Advised)).Id;
        await host.CaseInAsync(CaseState.Advised, "GM0114");
        var assen = new WorklistService.WorklistServiceClient(host.Invoker(TestTokens.Create(new() { Subject = "an adviser", Roles = [Roles.PolicyAdviser], Municipality = "GM0106" })));
        var request = new ListWorkItemsRequest { PageSize = 500, Kinds = { WorkKind.Decision } };

        var items = (await assen.ListWorkItemsAsync(request)).Items;

        Assert.Contains(items, item => item.CaseId == own);
        Assert.All(items, item => Assert.Equal(("GM0106", CaseState.Advised), (item.MunicipalityId, item.State)));
        Assert.Equal(1, await host.CountAsync($"select count(*) from case_read where case_id = '{own}' and method = 'ListWorkItems' and reader = 'an adviser'"));
    }

    [Fact]
    public async Task Pages_follow_each_other_in_the_order_of_due_days_and_urgencies_divide_them()
    {
        await host.CaseInAsync(CaseState.Registered);
        await host.CaseInAsync(CaseState.Registered);
        var (all, token) = (new List<WorkItem>(), "");
        do
        {
            var page = await _chair.ListWorkItemsAsync(new() { PageSize = 2, PageToken = token, AsOf = Plus(8) });
            all.AddRange(page.Items);
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(all.OrderBy(item => item.DueDate.ToDateOnly()).Select(item => item.DueDate), all.Select(item => item.DueDate));
        Assert.Equal(all.Count, all.Select(item => (item.CaseId, item.Kind)).Distinct().Count());
        var divided = new List<WorkItem>();
        foreach (var urgency in new[] { WorkUrgency.Ahead, WorkUrgency.ReminderDue, WorkUrgency.Overdue, WorkUrgency.Stopped })
        {
            var items = (await _chair.ListWorkItemsAsync(new() { PageSize = 500, AsOf = Plus(8), Urgency = urgency })).Items;
            Assert.All(items, item => Assert.Equal(urgency, item.Urgency));
            divided.AddRange(items);
        }

        Assert.Equal(all.Count, divided.Count);
    }

    [Fact]
    public async Task A_clock_keeps_the_setting_of_the_day_on_which_it_began()
    {
        var id = (await host.CaseInAsync(CaseState.Registered, "GM0114")).Id;
        await _terms.SetTermAsync(new()
        {
            RequestId = ExpertTableHost.NewId(),
            Setting = new() { Term = Term.TriageDays, Value = 60, StartDate = Plus(1), Ground = "Besluit", Source = new Source { Title = "Besluitenlijst" } },
        });
        var days = await ReadAsync(Term.TriageDays);

        Assert.Equal(Plus(days), (await FindAsync(id, WorkKind.Triage, Plus(2)))!.DueDate);
    }

    private async Task<WorkItem?> FindAsync(string id, WorkKind kind, Date day) =>
        (await _chair.ListWorkItemsAsync(new() { PageSize = 500, AsOf = day, Kinds = { kind } })).Items.SingleOrDefault(item => item.CaseId == id);

    private async Task<int> ReadAsync(Term term) => (await _terms.GetTermsAsync(new())).Settings.Single(setting => setting.Term == term).Value;

    private static (Date Since, Date Remind, Date Due) Dates(WorkItem? item) => (item!.StartDate, item.ReminderDate, item.DueDate);

    private static Date Plus(int days) => ExpertTableHost.Today.ToDateOnly().AddDays(days).ToProto();
}
