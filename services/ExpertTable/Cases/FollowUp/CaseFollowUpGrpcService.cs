using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>The rpcs of a case from the decision to its closing, and of the people and the clock around it.</summary>
internal sealed class CaseFollowUpGrpcService(IServiceProvider features) : CaseFollowUpService.CaseFollowUpServiceBase
{
    [Policy(ExpertTablePolicies.Handle)]
    public override Task<BreakThroughResponse> BreakThrough(BreakThroughRequest request, ServerCallContext context) =>
        Feature<BreakThrough>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<StartExecutionResponse> StartExecution(StartExecutionRequest request, ServerCallContext context) =>
        Feature<StartExecution>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<ReportStuckResponse> ReportStuck(ReportStuckRequest request, ServerCallContext context) =>
        Feature<ReportStuck>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<ResumeExecutionResponse> ResumeExecution(ResumeExecutionRequest request, ServerCallContext context) =>
        Feature<ResumeExecution>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Advise)]
    public override Task<EscalateCaseResponse> EscalateCase(EscalateCaseRequest request, ServerCallContext context) =>
        Feature<EscalateCase>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Advise)]
    public override Task<EndEscalationResponse> EndEscalation(EndEscalationRequest request, ServerCallContext context) =>
        Feature<EndEscalation>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<BringBackCaseResponse> BringBackCase(BringBackCaseRequest request, ServerCallContext context) =>
        Feature<BringBackCase>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<RecordOutcomeResponse> RecordOutcome(RecordOutcomeRequest request, ServerCallContext context) =>
        Feature<RecordOutcome>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<EvaluateCaseResponse> EvaluateCase(EvaluateCaseRequest request, ServerCallContext context) =>
        Feature<EvaluateCase>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Advise)]
    public override Task<CloseCaseResponse> CloseCase(CloseCaseRequest request, ServerCallContext context) =>
        Feature<CloseCase>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Advise)]
    public override Task<ReopenCaseResponse> ReopenCase(ReopenCaseRequest request, ServerCallContext context) =>
        Feature<ReopenCase>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Advise)]
    public override Task<AssignChairResponse> AssignChair(AssignChairRequest request, ServerCallContext context) =>
        Feature<AssignChair>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<AssignLeadResponse> AssignLead(AssignLeadRequest request, ServerCallContext context) =>
        Feature<AssignLead>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<EndLeadResponse> EndLead(EndLeadRequest request, ServerCallContext context) =>
        Feature<EndLead>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<StopClockResponse> StopClock(StopClockRequest request, ServerCallContext context) =>
        Feature<StopClock>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<ResumeClockResponse> ResumeClock(ResumeClockRequest request, ServerCallContext context) =>
        Feature<ResumeClock>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    // As many features as parameters would be created for each call, and one of them is used.
    private T Feature<T>()
        where T : notnull => features.GetRequiredService<T>();
}
