using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Worklist;

/// <summary>The rpcs of running clocks.</summary>
internal sealed class WorklistGrpcService(ListWorkItems listWorkItems, GetProviderPage getProviderPage) : WorklistService.WorklistServiceBase
{
    [Policy(ProcurementPolicies.ReadWorklist)]
    public override Task<ListWorkItemsResponse> ListWorkItems(ListWorkItemsRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        return listWorkItems.RunAsync(request, ProviderScope.Of(caller), caller.Municipality, context.CancellationToken);
    }

    [Policy(ProcurementPolicies.ReadContracts)]
    public override Task<GetProviderPageResponse> GetProviderPage(GetProviderPageRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        return getProviderPage.RunAsync(request, ProviderScope.Of(caller), caller.Municipality, context.CancellationToken);
    }
}
