using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Catalogue;

/// <summary>The rpcs of the catalogue.</summary>
internal sealed class CatalogueGrpcService(ListInterventionLevels listInterventionLevels, ResolveScale resolveScale)
    : CatalogueService.CatalogueServiceBase
{
    [Policy(ProcurementPolicies.ReadCatalogue)]
    public override Task<ListInterventionLevelsResponse> ListInterventionLevels(ListInterventionLevelsRequest request, ServerCallContext context) =>
        listInterventionLevels.RunAsync(context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCatalogue)]
    public override Task<ResolveScaleResponse> ResolveScale(ResolveScaleRequest request, ServerCallContext context) =>
        resolveScale.RunAsync(request, context.CancellationToken);
}
