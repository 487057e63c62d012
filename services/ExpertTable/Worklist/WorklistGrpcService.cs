using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Worklist;

/// <summary>The rpcs of running clocks.</summary>
internal sealed class WorklistGrpcService(ListWorkItems list) : WorklistService.WorklistServiceBase
{
    [Policy(ExpertTablePolicies.Worklist)]
    public override Task<ListWorkItemsResponse> ListWorkItems(ListWorkItemsRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
