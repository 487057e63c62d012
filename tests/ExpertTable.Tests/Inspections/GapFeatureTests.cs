using Grpc.Core;
using Npgsql;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Tests.Inspections;

/// <summary>What inspectorates found missing, through the real service.</summary>
public sealed class GapFeatureTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private InspectionGapService.InspectionGapServiceClient Manager => host.GapsAs();

    [Fact]
    public async Task It_goes_from_the_report_to_what_the_inspectorate_says()
    {
        var report = Gaps.Report();
        var id = (await Manager.RecordInspectionGapAsync(report)).Gap.Id;
        await Manager.PlanInspectionGapAsync(Gaps.Plan(id));
        await Manager.StartInspectionGapAsync(Gaps.Start(id));
        var proof = Gaps.Prove(id);
        await Manager.AddInspectionProofAsync(proof);
        await Manager.SolveInspectionGapAsync(Gaps.Solve(id));
        await Manager.JudgeInspectionGapAsync(Gaps.Judge(id, accepted: false));
        await Manager.SolveInspectionGapAsync(new(Gaps.Solve(id)) { SolvedDate = Gaps.Judge(id).Judgement.JudgedDate });
        var last = (await Manager.JudgeInspectionGapAsync(Gaps.Judge(id))).Gap;

        var read = (await Manager.GetInspectionGapAsync(new() { Id = id })).Gap;

        Assert.Equal(last, read);
        Assert.Equal((report.Subject, report.Source, report.Wanted, report.ReportedDate), (read.Subject, read.Source, read.Wanted, read.ReportedDate));
        Assert.Equal((GapState.Accepted, new DateOnly(2021, 10, 15), false), (read.State, read.PlanDueDate.ToDateOnly(), read.Overdue));
        Assert.Equal((proof.Proof.Sha256, proof.Proof.Title, 1), (Assert.Single(read.Proofs).Sha256, read.Proofs[0].Title, read.ProofCount));
        Assert.Equal([(1, false), (2, true)], read.Judgements.Select(j => (j.Number, j.Accepted)));
        Assert.Equal("Inkoopteam", Assert.Single(read.Plans).Owner);
    }

    [Fact]
    public async Task The_list_tells_what_is_overdue_and_the_plan_that_holds()
    {
        var unplanned = await host.ReportedAsync();
        var late = await host.PlannedAsync();
        var solved = await host.ProvenAsync();
        await Manager.SolveInspectionGapAsync(Gaps.Solve(solved));
        var later = await host.PlannedAsync();
        await Manager.PlanInspectionGapAsync(Gaps.Plan(later, due: ExpertTableHost.Today));
        var fresh = (await Manager.RecordInspectionGapAsync(Gaps.Report(ExpertTableHost.Today))).Gap.Id;

        var all = (await Manager.ListInspectionGapsAsync(new() { PageSize = 500 })).Gaps;
        var overdue = (await Manager.ListInspectionGapsAsync(new() { OverdueOnly = true, PageSize = 500 })).Gaps;
        var page = await Manager.ListInspectionGapsAsync(new() { PageSize = 2 });
        var next = await Manager.ListInspectionGapsAsync(new() { PageSize = 2, PageToken = page.NextPageToken });

        string[] own = [unplanned, late, solved, later, fresh];
        Assert.Equal(own.Order(StringComparer.Ordinal), all.Select(g => g.Id).Where(own.Contains).Order(StringComparer.Ordinal));
        Assert.Equal(new[] { unplanned, late }.Order(StringComparer.Ordinal), overdue.Select(g => g.Id).Where(own.Contains).Order(StringComparer.Ordinal));
        Assert.All(all, g => Assert.Equal(overdue.Contains(g), g.Overdue));
        Assert.Equal((2, 1), all.Where(g => g.Id == later).Select(g => (g.Plans[0].Number, g.Plans.Count)).Single());
        Assert.Equal(all.Take(4).Select(g => g.Id), page.Gaps.Concat(next.Gaps).Select(g => g.Id));
    }

    [Fact]
    public async Task A_document_proves_a_gap_once_and_what_is_solved_is_proven()
    {
        var id = await host.PlannedAsync();
        await Manager.StartInspectionGapAsync(Gaps.Start(id));
        var unproven = await Refused.ByAsync(async () => await Manager.SolveInspectionGapAsync(Gaps.Solve(id)));
        var hash = Gaps.NewHash();

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Record.ExceptionAsync(async () => await Manager.AddInspectionProofAsync(Gaps.Prove(id, hash))).AsTask()));

        Assert.Equal((StatusCode.FailedPrecondition, "GAP_PROOF_MISSING"), (unproven.StatusCode, unproven.Reason()));
        Assert.Single(results, r => r is null);
        Assert.All(results.OfType<RpcException>(), refused => Assert.Contains(refused.Reason(), new[] { "GAP_PROOF_PRESENT", "ETAG_MISMATCH" }));
        Assert.Equal(1, await host.CountAsync($"select count(*) from gap_proof where gap_id = '{id}'"));
    }

    [Fact]
    public async Task The_database_keeps_what_was_reported_and_refuses_what_cannot_be()
    {
        var id = await host.PlannedAsync();

        await RefusesAsync($"update inspection_gap set wanted = 'less' where id = '{id}'");
        await RefusesAsync($"update inspection_gap set state = 'Solved' where id = '{id}'");
        await RefusesAsync($"update inspection_gap set due_on = null where id = '{id}'");
        await RefusesAsync($"update inspection_gap set last_step_on = last_step_on - 1 where id = '{id}'");
        await RefusesAsync($"delete from inspection_gap where id = '{id}'");
        await RefusesAsync($"update gap_plan set owner = 'nobody' where gap_id = '{id}'");
        await RefusesAsync($"insert into gap_proof (gap_id, sha256, title, document_on, recorded_by, recorded_at) values ('{id}', 'abc', 't', now(), '', now())");
    }

    private async Task RefusesAsync(string sql) => await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql));
}
