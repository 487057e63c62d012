using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Goals;

/// <summary>The rpcs of the goal tree.</summary>
internal sealed class GoalGrpcService(AddGoalNode addGoalNode, UpdateGoalNode updateGoalNode, GetGoalTree getGoalTree) : GoalService.GoalServiceBase
{
    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<AddGoalNodeResponse> AddGoalNode(AddGoalNodeRequest request, ServerCallContext context) =>
        addGoalNode.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<UpdateGoalNodeResponse> UpdateGoalNode(UpdateGoalNodeRequest request, ServerCallContext context) =>
        updateGoalNode.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMemory)]
    public override Task<GetGoalTreeResponse> GetGoalTree(GetGoalTreeRequest request, ServerCallContext context) =>
        getGoalTree.RunAsync(request, context.CancellationToken);
}
