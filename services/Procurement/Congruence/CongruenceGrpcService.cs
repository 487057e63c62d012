using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Congruence;

/// <summary>The rpcs of congruence.</summary>
internal sealed class CongruenceGrpcService(CompareRegions compareRegions) : CongruenceService.CongruenceServiceBase
{
    [Policy(ProcurementPolicies.ReadCongruence)]
    public override Task<CompareRegionsResponse> CompareRegions(CompareRegionsRequest request, ServerCallContext context) =>
        compareRegions.RunAsync(request, context.CancellationToken);
}
