using Grpc.Core;
using Npgsql;
using Regio.ExpertTable.Tests.Features;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.CommonThreads;

/// <summary>The half-yearly analysis of common threads through the real service.</summary>
public sealed class ThreadFeatureTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private CommonThreadsService.CommonThreadsServiceClient Manager => host.ThreadsAs();

    [Fact]
    public async Task The_counts_of_the_half_year_come_from_outcomes_consultations_and_cases_that_got_stuck()
    {
        await host.CaseInAsync(CaseState.InEvaluation);
        await host.CaseInAsync(CaseState.Closed, "GM0114");
        await host.CaseInAsync(CaseState.Stuck);
        var consultations = new ConsultationService.ConsultationServiceClient(host.Invoker(Regio.Testing.TestTokens.For(Roles.TableChair)));
        await consultations.RecordConsultationAsync(ConsultationTests.Record());
        var before = ExpertTableHost.Today.ToDateOnly().AddYears(-1);
        await consultations.RecordConsultationAsync(ConsultationTests.Record(day: before.ToProto()));

        var draft = Assert.Single((await Manager.DrawUpThreadsAsync(Threads.DrawUp(HalfOf(ExpertTableHost.Today.ToDateOnly())))).Analysis.Drafts);

        Assert.Equal((2, 1, false), (draft.OutcomeCount, draft.ConsultationCount, draft.CountsHidden));
        Assert.Equal(6, draft.Counts.Count);
        Assert.Equal((1, 2, 1), (draft.StuckCount, draft.Counts.Count(c => c.StuckCount > 0), draft.Counts.Max(c => c.StuckCount)));
        Assert.Equal((2, 1, 1), draft.Counts.Where(c => c.Bottleneck == Bottleneck.Waiting).Select(c => (c.OutcomeCount, c.ConsultationCount, c.StuckCount)).Single());
        Assert.Equal(1, draft.Counts.Single(c => c.Bottleneck == Bottleneck.NoSupply).StuckCount);
        Assert.All(draft.Counts.Where(c => c.Bottleneck != Bottleneck.Waiting), c => Assert.Equal((0, 0), (c.OutcomeCount, c.ConsultationCount)));
    }

    [Fact]
    public async Task It_goes_from_drafts_to_a_decision_to_a_check()
    {
        var half = Threads.OldHalfYear();
        var unseen = await Refused.ByAsync(async () => await Manager.DrawUpThreadsAsync(new(Threads.DrawUp(half)) { Etag = "\"0\"" }));
        Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), (unseen.StatusCode, unseen.Reason()));
        var first = (await Manager.DrawUpThreadsAsync(Threads.DrawUp(half))).Analysis;
        var second = (await Manager.DrawUpThreadsAsync(new(Threads.DrawUp(half, "Beter gezegd.")) { Etag = first.Etag })).Analysis;
        await Manager.EstablishThreadsAsync(Threads.Establish(second.Id));
        await Manager.CheckThreadsAsync(Threads.Check(second.Id));

        var read = (await Manager.GetThreadsAsync(new() { Id = first.Id })).Analysis;

        Assert.Equal((half, ThreadAnalysisState.PartlySolved, "Beter gezegd."), (read.HalfYear, read.State, read.Drafts[^1].Text));
        Assert.Equal((2, Threads.Day(2027, 9, 3), false), (read.Drafts.Count, read.CheckDueDate, read.CheckOverdue));
        Assert.Equal(Threads.Establish("").Decision, read.Decision);
        Assert.Equal((1, ThreadCheckOutcome.PartlySolved, "Er is één plek bij gekomen."), read.Checks.Select(c => (c.Number, c.Outcome, c.Explanation)).Single());
    }

    [Fact]
    public async Task A_late_consultation_is_counted_by_a_new_draft_before_the_decision_and_never_after_it()
    {
        var id = (await Manager.DrawUpThreadsAsync(Threads.DrawUp("2016-H2"))).Analysis.Id;
        await RecordInAsync(2016, 8);
        var refused = await Refused.ByAsync(async () => await Manager.EstablishThreadsAsync(Threads.Establish(id)));
        await Manager.DrawUpThreadsAsync(Threads.DrawUp("2016-H2"));
        await Manager.EstablishThreadsAsync(Threads.Establish(id));
        await RecordInAsync(2016, 9);

        Assert.Equal((StatusCode.FailedPrecondition, "THREADS_COUNTS_CHANGED"), (refused.StatusCode, refused.Reason()));
        Assert.Equal([0, 1], (await Manager.GetThreadsAsync(new() { Id = id })).Analysis.Drafts.Select(d => d.ConsultationCount));
    }

    [Theory]
    [InlineData(Roles.Regiomanager, null, false)]
    [InlineData(Roles.TableChair, null, false)]
    [InlineData(Roles.PolicyAdviser, null, false)]
    [InlineData(Roles.ProcessGuide, null, true)]
    [InlineData(Roles.TableChair, "GM0106", true)]
    [InlineData(Roles.PolicyAdviser, "GM0106", true)]
    public async Task Who_does_not_work_for_the_whole_region_is_shown_no_counts(string role, string? municipality, bool hidden)
    {
        var id = (await Manager.DrawUpThreadsAsync(Threads.DrawUp(Threads.OldHalfYear()))).Analysis.Id;

        var draft = Assert.Single((await host.ThreadsAs(role, municipality).GetThreadsAsync(new() { Id = id })).Analysis.Drafts);

        Assert.Equal((hidden, hidden ? 0 : 6), (draft.CountsHidden, draft.Counts.Count));
        Assert.NotEqual("", draft.Text);
    }

    [Fact]
    public async Task The_list_tells_the_latest_first_and_whose_check_is_overdue()
    {
        var (early, late) = ("2017-H1", "2017-H2");
        var ids = new List<string>();
        foreach (var half in new[] { early, late })
            ids.Add((await Manager.DrawUpThreadsAsync(Threads.DrawUp(half))).Analysis.Id);
        await Manager.EstablishThreadsAsync(Threads.Establish(ids[0], decided: Threads.Day(2018, 2, 1), due: Threads.Day(2018, 3, 1)));
        await Manager.EstablishThreadsAsync(Threads.Establish(ids[1]));

        var all = (await Manager.ListThreadsAsync(new() { PageSize = 500 })).Analyses;
        var overdue = (await Manager.ListThreadsAsync(new() { CheckOverdueOnly = true, PageSize = 500 })).Analyses;
        var page = await Manager.ListThreadsAsync(new() { PageSize = 1 });
        var next = await Manager.ListThreadsAsync(new() { PageSize = 1, PageToken = page.NextPageToken });

        Assert.Equal([ids[1], ids[0]], all.Where(a => ids.Contains(a.Id)).Select(a => a.Id));
        Assert.All(all, a => Assert.Empty(a.Drafts));
        Assert.Equal(all.Take(2).Select(a => a.Id), page.Analyses.Concat(next.Analyses).Select(a => a.Id));
        Assert.Contains(overdue, a => a.Id == ids[0] && a.CheckOverdue);
        Assert.DoesNotContain(overdue, a => a.Id == ids[1]);
    }

    [Fact]
    public async Task Of_two_who_draw_up_the_same_half_year_at_once_each_makes_a_draft_or_is_told_to_read_again()
    {
        var half = Threads.OldHalfYear();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(async () => await Manager.DrawUpThreadsAsync(Threads.DrawUp(half))).AsTask()));

        Assert.All(results.OfType<RpcException>(), refused => Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), (refused.StatusCode, refused.Reason())));
        var drafts = await host.CountAsync($"select count(*) from thread_draft d join thread_analysis a on a.id = d.analysis_id where a.starts_on = '{FirstDay(half)}'");
        Assert.Equal(results.Count(r => r is null), drafts);
        Assert.Equal(1, await host.CountAsync($"select count(*) from thread_analysis where starts_on = '{FirstDay(half)}'"));
    }

    [Fact]
    public async Task The_database_keeps_what_was_established_and_refuses_what_cannot_be()
    {
        var id = (await Manager.DrawUpThreadsAsync(Threads.DrawUp(Threads.OldHalfYear()))).Analysis.Id;
        await RefusesAsync($"update thread_analysis set state = 'Established' where id = '{id}'");
        await Manager.EstablishThreadsAsync(Threads.Establish(id));

        await RefusesAsync($"update thread_count set outcomes = 9 where analysis_id = '{id}'");
        await RefusesAsync($"delete from thread_draft where analysis_id = '{id}'");
        await RefusesAsync($"insert into thread_draft select 2, analysis_id, text, outcomes, consultations, drawn_by, drawn_at from thread_draft where analysis_id = '{id}'");
        await RefusesAsync($"update thread_analysis set decided_on = decided_on + 1 where id = '{id}'");
        await RefusesAsync($"update thread_analysis set state = 'Solved', checked_on = decided_on - 1 where id = '{id}'");
        await RefusesAsync("insert into thread_analysis (id, starts_on, state, version) values (gen_random_uuid(), '2031-02-01', 'Draft', 1)");
    }

    private async Task RefusesAsync(string sql) => await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql));

    private async Task RecordInAsync(int year, int month) => await new ConsultationService.ConsultationServiceClient(host.Invoker(Regio.Testing.TestTokens.For(Roles.TableChair)))
        .RecordConsultationAsync(ConsultationTests.Record(day: Threads.Day(year, month, 1)));

    private static string HalfOf(DateOnly day) => $"{day.Year}-H{(day.Month <= 6 ? 1 : 2)}";

    private static string FirstDay(string half) => $"{half[..4]}-{(half.EndsWith('1') ? "01" : "07")}-01";
}
