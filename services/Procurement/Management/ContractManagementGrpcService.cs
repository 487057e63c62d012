using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Management;

/// <summary>The rpcs of contract management.</summary>
internal sealed class ContractManagementGrpcService(
    RecordContractReview recordContractReview,
    ListContractReviews listContractReviews,
    OpenImprovementPlan openImprovementPlan,
    AgreeImprovementPlan agreeImprovementPlan,
    CloseImprovementPlan closeImprovementPlan,
    ListImprovementPlans listImprovementPlans,
    RecordObligation recordObligation,
    SettleObligation settleObligation,
    ListObligations listObligations) : ContractManagementService.ContractManagementServiceBase
{
    [Policy(ProcurementPolicies.WriteContracts)]
    public override Task<RecordContractReviewResponse> RecordContractReview(RecordContractReviewRequest request, ServerCallContext context) =>
        recordContractReview.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadContracts)]
    public override Task<ListContractReviewsResponse> ListContractReviews(ListContractReviewsRequest request, ServerCallContext context) =>
        listContractReviews.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.WriteContracts)]
    public override Task<OpenImprovementPlanResponse> OpenImprovementPlan(OpenImprovementPlanRequest request, ServerCallContext context) =>
        openImprovementPlan.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteContracts)]
    public override Task<AgreeImprovementPlanResponse> AgreeImprovementPlan(AgreeImprovementPlanRequest request, ServerCallContext context) =>
        agreeImprovementPlan.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteContracts)]
    public override Task<CloseImprovementPlanResponse> CloseImprovementPlan(CloseImprovementPlanRequest request, ServerCallContext context) =>
        closeImprovementPlan.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadContracts)]
    public override Task<ListImprovementPlansResponse> ListImprovementPlans(ListImprovementPlansRequest request, ServerCallContext context) =>
        listImprovementPlans.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.WriteContracts)]
    public override Task<RecordObligationResponse> RecordObligation(RecordObligationRequest request, ServerCallContext context) =>
        recordObligation.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteContracts)]
    public override Task<SettleObligationResponse> SettleObligation(SettleObligationRequest request, ServerCallContext context) =>
        settleObligation.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadContracts)]
    public override Task<ListObligationsResponse> ListObligations(ListObligationsRequest request, ServerCallContext context) =>
        listObligations.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);
}
