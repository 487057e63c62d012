using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Rounds.Decisions;

/// <summary>The rpcs of decisions.</summary>
internal sealed class CouncilDecisionGrpcService(
    PlanDecision planDecision,
    RecordDecision recordDecision,
    RuleOnDecision ruleOnDecision,
    CompleteFollowUp completeFollowUp,
    ListDecisions listDecisions,
    ListFollowUps listFollowUps) : CouncilDecisionService.CouncilDecisionServiceBase
{
    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<PlanDecisionResponse> PlanDecision(PlanDecisionRequest request, ServerCallContext context) =>
        planDecision.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<RecordDecisionResponse> RecordDecision(RecordDecisionRequest request, ServerCallContext context) =>
        recordDecision.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<RuleOnDecisionResponse> RuleOnDecision(RuleOnDecisionRequest request, ServerCallContext context) =>
        ruleOnDecision.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<CompleteFollowUpResponse> CompleteFollowUp(CompleteFollowUpRequest request, ServerCallContext context) =>
        completeFollowUp.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRounds)]
    public override Task<ListDecisionsResponse> ListDecisions(ListDecisionsRequest request, ServerCallContext context) =>
        listDecisions.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRounds)]
    public override Task<ListFollowUpsResponse> ListFollowUps(ListFollowUpsRequest request, ServerCallContext context) =>
        listFollowUps.RunAsync(request, context.CancellationToken);
}
