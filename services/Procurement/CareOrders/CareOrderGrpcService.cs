using Grpc.Core;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.CareOrders.Claims;
using Regio.Procurement.CareOrders.Requests;
using Regio.Procurement.CareOrders.Retention;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders;

/// <summary>The rpcs of care messages.</summary>
internal sealed class CareOrderGrpcService(
    DeliverCareMessage deliverCareMessage,
    GetCareMessage getCareMessage,
    ListCareMessages listCareMessages,
    ListCareFindings listCareFindings,
    DownloadCareAnswer downloadCareAnswer,
    ListOverdueCare listOverdueCare,
    ListOpenCareRequests listOpenCareRequests,
    InvestigateCareRequest investigateCareRequest,
    RejectCareRequest rejectCareRequest,
    GrantCareRequest grantCareRequest,
    DownloadCareMessage downloadCareMessage,
    ListUncontractedClaims listUncontractedClaims,
    GetCareRetention getCareRetention,
    DestroyDueCareFiles destroyDueCareFiles) : CareOrderService.CareOrderServiceBase
{
    [Policy(ProcurementPolicies.ExchangeCareMessages)]
    public override Task<DeliverCareMessageResponse> DeliverCareMessage(IAsyncStreamReader<DeliverCareMessageRequest> requestStream, ServerCallContext context) =>
        deliverCareMessage.RunAsync(requestStream, context.GetCaller(), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCareMessages)]
    public override Task<GetCareMessageResponse> GetCareMessage(GetCareMessageRequest request, ServerCallContext context) =>
        getCareMessage.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCareMessages)]
    public override Task<ListCareMessagesResponse> ListCareMessages(ListCareMessagesRequest request, ServerCallContext context) =>
        listCareMessages.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCareMessages)]
    public override Task<ListCareFindingsResponse> ListCareFindings(ListCareFindingsRequest request, ServerCallContext context) =>
        listCareFindings.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCareMessages)]
    public override Task<ListOverdueCareResponse> ListOverdueCare(ListOverdueCareRequest request, ServerCallContext context) =>
        listOverdueCare.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCareMessages)]
    public override Task<ListOpenCareRequestsResponse> ListOpenCareRequests(ListOpenCareRequestsRequest request, ServerCallContext context) =>
        listOpenCareRequests.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ProcurementPolicies.AnswerCareRequests)]
    public override Task<InvestigateCareRequestResponse> InvestigateCareRequest(InvestigateCareRequestRequest request, ServerCallContext context) =>
        investigateCareRequest.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ProcurementPolicies.AnswerCareRequests)]
    public override Task<RejectCareRequestResponse> RejectCareRequest(RejectCareRequestRequest request, ServerCallContext context) =>
        rejectCareRequest.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ProcurementPolicies.AnswerCareRequests)]
    public override Task<GrantCareRequestResponse> GrantCareRequest(GrantCareRequestRequest request, ServerCallContext context) =>
        grantCareRequest.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ProcurementPolicies.ExchangeCareMessages)]
    public override Task DownloadCareMessage(
        DownloadCareMessageRequest request, IServerStreamWriter<DownloadCareMessageResponse> responseStream, ServerCallContext context) =>
        downloadCareMessage.RunAsync(request, responseStream, context.GetCaller(), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCareMessages)]
    public override Task<ListUncontractedClaimsResponse> ListUncontractedClaims(ListUncontractedClaimsRequest request, ServerCallContext context) =>
        listUncontractedClaims.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ProcurementPolicies.KeepCareFiles)]
    public override Task<GetCareRetentionResponse> GetCareRetention(GetCareRetentionRequest request, ServerCallContext context) =>
        getCareRetention.RunAsync(context.GetCaller(), context.CancellationToken);

    [Policy(ProcurementPolicies.KeepCareFiles)]
    public override Task<DestroyDueCareFilesResponse> DestroyDueCareFiles(DestroyDueCareFilesRequest request, ServerCallContext context) =>
        destroyDueCareFiles.RunAsync(request, context.GetCaller(), context.CancellationToken);

    // A return message repeats what was sent about a client.
    [Policy(ProcurementPolicies.ExchangeCareMessages)]
    public override Task DownloadCareAnswer(
        DownloadCareAnswerRequest request, IServerStreamWriter<DownloadCareAnswerResponse> responseStream, ServerCallContext context) =>
        downloadCareAnswer.RunAsync(request, responseStream, context.GetCaller(), context.CancellationToken);
}
