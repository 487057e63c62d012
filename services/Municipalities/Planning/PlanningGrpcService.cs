using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Planning;

/// <summary>The rpcs of plans.</summary>
internal sealed class PlanningGrpcService(
    CreatePlan createPlan,
    AddMilestone addMilestone,
    RecordMilestoneDate recordMilestoneDate,
    SetBaseline setBaseline,
    GetPlan getPlan,
    ListPlans listPlans) : PlanningService.PlanningServiceBase
{
    [Policy(MunicipalitiesPolicies.LeadWork)]
    public override Task<CreatePlanResponse> CreatePlan(CreatePlanRequest request, ServerCallContext context) =>
        createPlan.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadWork)]
    public override Task<AddMilestoneResponse> AddMilestone(AddMilestoneRequest request, ServerCallContext context) =>
        addMilestone.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadWork)]
    public override Task<RecordMilestoneDateResponse> RecordMilestoneDate(RecordMilestoneDateRequest request, ServerCallContext context) =>
        recordMilestoneDate.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadWork)]
    public override Task<SetBaselineResponse> SetBaseline(SetBaselineRequest request, ServerCallContext context) =>
        setBaseline.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadWork)]
    public override Task<GetPlanResponse> GetPlan(GetPlanRequest request, ServerCallContext context) =>
        getPlan.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadWork)]
    public override Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context) =>
        listPlans.RunAsync(request, context.CancellationToken);
}
