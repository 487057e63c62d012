using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>Children's ways through the table, as their people see them.</summary>
public sealed class StoryTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task A_child_goes_by_deviation_and_the_northern_table_back_to_an_outcome()
    {
        var id = (await host.CaseInAsync(CaseState.Advised)).Id;
        var chair = host.FollowUpAs(Roles.TableChair);
        await chair.AssignLeadAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Lead = "a care broker" });
        await host.Assen.DecideCaseAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Reason = "Dichter bij huis." });
        await chair.StartExecutionAsync(FollowUps.Start(id));
        await chair.ReportStuckAsync(FollowUps.Stuck(id));
        await chair.EscalateCaseAsync(FollowUps.Escalate(id));
        Assert.Equal(CaseState.Accepted, (await chair.EndEscalationAsync(FollowUps.EndEscalation(id, toTable: true))).Case.State);
        await host.Chair.ScheduleCaseAsync(Requests.Schedule(id));
        await host.Chair.GiveAdviceAsync(new(Requests.Advice(id)) { Text = "Het tweede advies." });
        await host.Assen.DecideCaseAsync(Requests.Decide(id));
        await chair.StartExecutionAsync(FollowUps.Start(id));
        await chair.RecordOutcomeAsync(FollowUps.Outcome(id));
        await chair.EvaluateCaseAsync(FollowUps.Evaluate(id));
        var closed = (await chair.CloseCaseAsync(FollowUps.Close(id))).Case;
        Assert.Equal((CaseState.Closed, "", false), (closed.State, closed.Lead, closed.LeadMissing));

        var file = await host.ReadAsync(id);
        Assert.Equal((2, TriageWaiver.ReturnFromEscalation, "Het tweede advies.", true), (file.Round, file.TriageWaiver, file.Advice.Text, file.Decision.FollowsAdvice));
        Assert.Equal((OutcomeResult.Reached, "45A05"), (file.Outcome.Result, file.Outcome.CareForm));
        Assert.Equal(
            [CaseRecordKind.ChairAssigned, CaseRecordKind.LeadAssigned, CaseRecordKind.GotStuck, CaseRecordKind.TakenFurther, CaseRecordKind.CameBack, CaseRecordKind.EvaluationRecorded, CaseRecordKind.LeadEnded],
            file.Records.Select(r => r.Kind));
        Assert.Equal(["no_supply", "waiting"], file.Records[2].Codes);
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2], file.Steps.Select(s => s.Round));
        Assert.Equal(CaseState.Closed, file.Steps[^1].State);
        Assert.Null(file.Steps[^1].EndTime);
        Assert.Equal(1, await host.CountAsync($"select count(*) from outbox_message where message_type like '%CaseOutcomeRecorded%' and lane = '{id}'"));
    }

    [Fact]
    public async Task A_breakthrough_deploys_help_at_once_and_asks_Procurement_for_what_is_not_contracted()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;

        var file = (await host.FollowUpAs(Roles.ProcessGuide).BreakThroughAsync(FollowUps.BreakThrough(id))).Case;
        var asked = (await host.Guide.RequestPurchaseAsync(Requests.Purchase(id))).Case;

        Assert.Equal((CaseState.InExecution, TriageWaiver.Breakthrough), (file.State, file.TriageWaiver));
        Assert.Equal("45A05", asked.Purchases[^1].ProductId);
        Assert.Equal(["Jeugdbescherming Noord"], (await host.ReadAsync(id)).Records[0].Codes);
    }

    [Fact]
    public async Task A_closed_case_changes_by_reopening_alone()
    {
        var closed = await host.CaseInAsync(CaseState.Closed);
        var chair = host.FollowUpAs(Roles.TableChair);

        var refused = await Refused.ByAsync(async () => await host.Guide.RecordAnalysisAsync(Requests.Analysis(closed.Id)));
        Assert.Equal("CASE_STATE", refused.Reason());

        var again = (await chair.ReopenCaseAsync(FollowUps.Reopen(closed.Id))).Case;
        Assert.Equal((CaseState.Accepted, 2, TriageWaiver.Reopening), (again.State, again.Round, again.TriageWaiver));
    }

    [Fact]
    public async Task Children_of_one_family_are_in_one_case_and_each_is_in_the_read_log()
    {
        var request = Requests.Register();
        request.Siblings.Add(Requests.Register().Identity);
        var file = (await host.Guide.RegisterCaseAsync(request)).Case;
        var again = (await host.Guide.RegisterCaseAsync(request)).Case;

        Assert.Equal(file, again);
        var sibling = Assert.Single(file.SiblingPseudonyms);
        await host.ReadAsync(file.Id);
        Assert.Equal(1, await host.CountAsync($"select count(*) from case_read where subject_pseudonym = '{sibling}' and method = 'GetCase'"));
    }

    [Fact]
    public async Task An_analysis_in_parts_keeps_them()
    {
        var id = (await host.CaseInAsync(CaseState.Accepted)).Id;
        var sections = new AnalysisSections { Situation = "situatie", Explanation = "verklaring", Needs = "nodig" };

        await host.Guide.RecordAnalysisAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Sections = sections });
        var refused = await Refused.ByAsync(async () => await host.Guide.RecordAnalysisAsync(
            new() { RequestId = ExpertTableHost.NewId(), Id = id, Sections = new(sections) { Needs = "" } }));

        Assert.Equal(sections, Assert.Single((await host.ReadAsync(id)).Analyses).Sections);
        Assert.Equal("sections.needs", refused.Field());
    }

    [Fact]
    public async Task Two_who_decide_at_once_leave_one_decision()
    {
        var id = (await host.CaseInAsync(CaseState.Advised)).Id;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await Record.ExceptionAsync(async () => await host.Chair.DecideCaseAsync(Requests.Decide(id)))));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.OfType<Grpc.Core.RpcException>(), r => Assert.Contains(r.Reason(), new[] { "CASE_STATE", "ETAG_MISMATCH" }));
        Assert.Equal(1, await host.CountAsync($"select count(*) from case_transition where case_id = '{id}' and state = 'Decided'"));
    }
}
