using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Rounds.Views;

/// <summary>The rpcs of formal views.</summary>
internal sealed class FormalViewGrpcService(
    RecordView recordView,
    RecordPublicComment recordPublicComment,
    WeighRemark weighRemark,
    ListViews listViews) : FormalViewService.FormalViewServiceBase
{
    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<RecordViewResponse> RecordView(RecordViewRequest request, ServerCallContext context) =>
        recordView.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<RecordPublicCommentResponse> RecordPublicComment(RecordPublicCommentRequest request, ServerCallContext context) =>
        recordPublicComment.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<WeighRemarkResponse> WeighRemark(WeighRemarkRequest request, ServerCallContext context) =>
        weighRemark.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRounds)]
    public override Task<ListViewsResponse> ListViews(ListViewsRequest request, ServerCallContext context) =>
        listViews.RunAsync(request, context.CancellationToken);
}
