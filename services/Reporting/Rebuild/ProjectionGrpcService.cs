using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Rebuild;

/// <summary>The rpcs of the projection.</summary>
internal sealed class ProjectionGrpcService(RebuildProjection rebuild) : ProjectionService.ProjectionServiceBase
{
    [Policy(ReportingPolicies.RebuildProjection)]
    public override async Task RebuildProjection(
        RebuildProjectionRequest request, IServerStreamWriter<RebuildProjectionResponse> responseStream, ServerCallContext context)
    {
        await foreach (var progress in rebuild.RunAsync(context.CancellationToken))
            await responseStream.WriteAsync(progress, context.CancellationToken);
    }
}
