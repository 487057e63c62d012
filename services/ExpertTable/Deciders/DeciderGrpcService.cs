using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Deciders;

/// <summary>The rpcs of who decides.</summary>
internal sealed class DeciderGrpcService(DetermineDecider determine, RecordDecider record, HandOverCase handOver) : DeciderService.DeciderServiceBase
{
    [Policy(ExpertTablePolicies.Determine)]
    public override Task<DetermineDeciderResponse> DetermineDecider(DetermineDeciderRequest request, ServerCallContext context) =>
        determine.RunAsync(request, context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<RecordDeciderResponse> RecordDecider(RecordDeciderRequest request, ServerCallContext context) =>
        record.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Decide)]
    public override Task<HandOverCaseResponse> HandOverCase(HandOverCaseRequest request, ServerCallContext context) =>
        handOver.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
