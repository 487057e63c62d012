using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Handover;

/// <summary>The rpc of the hand-over file.</summary>
internal sealed class HandoverGrpcService(GetHandover getHandover) : HandoverService.HandoverServiceBase
{
    [Policy(MunicipalitiesPolicies.ReadMemory)]
    public override Task<GetHandoverResponse> GetHandover(GetHandoverRequest request, ServerCallContext context) =>
        getHandover.RunAsync(request, context.CancellationToken);
}
