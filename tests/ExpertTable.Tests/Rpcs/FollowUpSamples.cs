using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about cases in execution, for the table over all rpcs.</summary>
internal sealed class FollowUpSamples(ExpertTableHost host) : ISampleRequests
{
    private static string NewId => ExpertTableHost.NewId();

    public void AddTo(Samples samples) => samples
        .Add(async () => FollowUps.BreakThrough(await InAsync(CaseState.Registered)))
        .Add(async () => FollowUps.Start(await InAsync(CaseState.Decided)))
        .Add(async () => FollowUps.Stuck(await InAsync(CaseState.InExecution)))
        .Add(async () => new ResumeExecutionRequest { Id = await InAsync(CaseState.Stuck), Reason = "Er is toch plek." })
        .Add(async () => FollowUps.Escalate(await InAsync(CaseState.Stuck)))
        .Add(async () => FollowUps.EndEscalation(await InAsync(CaseState.Escalated), toTable: false))
        .Add(async () => new BringBackCaseRequest { Id = await InAsync(CaseState.Stuck), Reason = "Opnieuw kijken." })
        .Add(async () => FollowUps.Outcome(await InAsync(CaseState.InExecution)))
        .Add(async () => FollowUps.Evaluate(await InAsync(CaseState.InEvaluation)))
        .Add(async () => new CloseCaseRequest { Id = await InAsync(CaseState.InEvaluation), ReasonWithoutEvaluation = "Niemand antwoordde." })
        .Add(async () => FollowUps.Reopen(await InAsync(CaseState.Closed)))
        .Add(async () => new AssignLeadRequest { Id = await InAsync(CaseState.Registered), Lead = "a lead" })
        .Add(async () => new EndLeadRequest { Id = await LedAsync() })
        .Add(async () => new StopClockRequest { Id = await InAsync(CaseState.Registered), Reason = ClockStopReason.Court })
        .Add(async () => new ResumeClockRequest { Id = await StoppedAsync() });

    private async Task<string> InAsync(CaseState state) => (await host.CaseInAsync(state)).Id;

    private async Task<string> LedAsync()
    {
        var id = await InAsync(CaseState.Registered);
        await host.FollowUpAs("table-chair").AssignLeadAsync(new() { RequestId = NewId, Id = id, Lead = "a lead" });
        return id;
    }

    private async Task<string> StoppedAsync()
    {
        var id = await InAsync(CaseState.Registered);
        await host.FollowUpAs("table-chair").StopClockAsync(new() { RequestId = NewId, Id = id, Reason = ClockStopReason.Court });
        return id;
    }
}
