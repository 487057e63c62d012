using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Work;

/// <summary>The rpcs of what is to be done.</summary>
internal sealed class WorkGrpcService(
    RaiseWorkItem raiseWorkItem,
    UpdateWorkItem updateWorkItem,
    CloseWorkItem closeWorkItem,
    RecordFeedback recordFeedback,
    GetWorkItem getWorkItem,
    ListWorkItems listWorkItems) : WorkService.WorkServiceBase
{
    [Policy(MunicipalitiesPolicies.LeadWork)]
    public override Task<RaiseWorkItemResponse> RaiseWorkItem(RaiseWorkItemRequest request, ServerCallContext context) =>
        raiseWorkItem.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadWork)]
    public override Task<UpdateWorkItemResponse> UpdateWorkItem(UpdateWorkItemRequest request, ServerCallContext context) =>
        updateWorkItem.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<CloseWorkItemResponse> CloseWorkItem(CloseWorkItemRequest request, ServerCallContext context) =>
        closeWorkItem.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadWork)]
    public override Task<RecordFeedbackResponse> RecordFeedback(RecordFeedbackRequest request, ServerCallContext context) =>
        recordFeedback.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadWork)]
    public override Task<GetWorkItemResponse> GetWorkItem(GetWorkItemRequest request, ServerCallContext context) =>
        getWorkItem.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadWork)]
    public override Task<ListWorkItemsResponse> ListWorkItems(ListWorkItemsRequest request, ServerCallContext context) =>
        listWorkItems.RunAsync(request, context.CancellationToken);
}
