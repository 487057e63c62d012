using Grpc.Core;
using Regio.Procurement.Contracts;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Catalogue;

/// <summary>The rpcs of the catalogue.</summary>
internal sealed class CatalogueGrpcService(
    ListInterventionLevels listInterventionLevels,
    ResolveScale resolveScale,
    CreateProduct createProduct,
    AdoptScaleRule adoptScaleRule,
    CountScaleExceptions countScaleExceptions) : CatalogueService.CatalogueServiceBase
{
    [Policy(ProcurementPolicies.ReadCatalogue)]
    public override Task<ListInterventionLevelsResponse> ListInterventionLevels(ListInterventionLevelsRequest request, ServerCallContext context) =>
        listInterventionLevels.RunAsync(request, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCatalogue)]
    public override Task<ResolveScaleResponse> ResolveScale(ResolveScaleRequest request, ServerCallContext context) =>
        resolveScale.RunAsync(request, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteCatalogue)]
    public override Task<CreateProductResponse> CreateProduct(CreateProductRequest request, ServerCallContext context) =>
        createProduct.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.AdoptScaleRules)]
    public override Task<AdoptScaleRuleResponse> AdoptScaleRule(AdoptScaleRuleRequest request, ServerCallContext context) =>
        adoptScaleRule.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadScaleExceptions)]
    public override Task<CountScaleExceptionsResponse> CountScaleExceptions(CountScaleExceptionsRequest request, ServerCallContext context) =>
        countScaleExceptions.RunAsync(request, context.CancellationToken);
}
