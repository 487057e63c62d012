using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.SubjectRights;

/// <summary>The rpcs of seeing a file and having it put right.</summary>
internal sealed class SubjectRightsGrpcService(
    InspectFile inspect, RequestRectification ask, ExtendRectification extend, DecideRectification decide, GetRectification get, ListRectifications list)
    : SubjectRightsService.SubjectRightsServiceBase
{
    [Policy(ExpertTablePolicies.Keep)]
    public override Task<InspectFileResponse> InspectFile(InspectFileRequest request, ServerCallContext context) =>
        inspect.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Keep)]
    public override Task<RequestRectificationResponse> RequestRectification(RequestRectificationRequest request, ServerCallContext context) =>
        ask.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Keep)]
    public override Task<ExtendRectificationResponse> ExtendRectification(ExtendRectificationRequest request, ServerCallContext context) =>
        extend.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Keep)]
    public override Task<DecideRectificationResponse> DecideRectification(DecideRectificationRequest request, ServerCallContext context) =>
        decide.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Keep)]
    public override Task<GetRectificationResponse> GetRectification(GetRectificationRequest request, ServerCallContext context) =>
        get.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Keep)]
    public override Task<ListRectificationsResponse> ListRectifications(ListRectificationsRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
