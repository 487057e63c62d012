using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Supply.TargetPaths;

/// <summary>The rpcs of target paths.</summary>
internal sealed class TargetPathGrpcService(SetTargetPath setTargetPath, GetTargetPath getTargetPath) : TargetPathService.TargetPathServiceBase
{
    [Policy(ProcurementPolicies.SetTargetPaths)]
    public override Task<SetTargetPathResponse> SetTargetPath(SetTargetPathRequest request, ServerCallContext context) =>
        setTargetPath.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadTargetPaths)]
    public override Task<GetTargetPathResponse> GetTargetPath(GetTargetPathRequest request, ServerCallContext context) =>
        getTargetPath.RunAsync(request, context.CancellationToken);
}
