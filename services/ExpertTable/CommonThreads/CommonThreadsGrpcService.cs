using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>The rpcs of the half-yearly analysis of common threads.</summary>
internal sealed class CommonThreadsGrpcService(DrawUpThreads drawUp, EstablishThreads establish, CheckThreads check, GetThreads get, ListThreads list)
    : CommonThreadsService.CommonThreadsServiceBase
{
    [Policy(ExpertTablePolicies.KeepThreads)]
    public override Task<DrawUpThreadsResponse> DrawUpThreads(DrawUpThreadsRequest request, ServerCallContext context) =>
        drawUp.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.KeepThreads)]
    public override Task<EstablishThreadsResponse> EstablishThreads(EstablishThreadsRequest request, ServerCallContext context) =>
        establish.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.KeepThreads)]
    public override Task<CheckThreadsResponse> CheckThreads(CheckThreadsRequest request, ServerCallContext context) =>
        check.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.ReadThreads)]
    public override Task<GetThreadsResponse> GetThreads(GetThreadsRequest request, ServerCallContext context) =>
        get.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.ReadThreads)]
    public override Task<ListThreadsResponse> ListThreads(ListThreadsRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);
}
