using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Purchasing;

/// <summary>The rpcs of purchase requests.</summary>
internal sealed class PurchaseRequestGrpcService(ListPurchaseRequests listPurchaseRequests, DecidePurchaseRequest decidePurchaseRequest)
    : PurchaseRequestService.PurchaseRequestServiceBase
{
    [Policy(ProcurementPolicies.ReadPurchaseRequests)]
    public override Task<ListPurchaseRequestsResponse> ListPurchaseRequests(ListPurchaseRequestsRequest request, ServerCallContext context) =>
        listPurchaseRequests.RunAsync(request, context.GetCaller().Municipality, context.CancellationToken);

    [Policy(ProcurementPolicies.DecidePurchaseRequests)]
    public override Task<DecidePurchaseRequestResponse> DecidePurchaseRequest(DecidePurchaseRequestRequest request, ServerCallContext context) =>
        decidePurchaseRequest.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);
}
