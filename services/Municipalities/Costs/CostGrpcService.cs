using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Costs;

/// <summary>The rpcs of sharing costs out.</summary>
internal sealed class CostGrpcService(
    GetAllocationKey getAllocationKey,
    ListAllocationKeys listAllocationKeys,
    DraftAllocationKey draftAllocationKey,
    AdoptAllocationKey adoptAllocationKey,
    CompareAllocations compareAllocations,
    PreviewAllocation previewAllocation,
    AllocateCost allocateCost,
    CreditCostAllocation creditCostAllocation,
    GetCostAllocation getCostAllocation,
    ListCostAllocations listCostAllocations) : CostService.CostServiceBase
{
    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<GetAllocationKeyResponse> GetAllocationKey(GetAllocationKeyRequest request, ServerCallContext context) =>
        getAllocationKey.RunAsync(request, context.CancellationToken).AsTask();

    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<ListAllocationKeysResponse> ListAllocationKeys(ListAllocationKeysRequest request, ServerCallContext context) =>
        listAllocationKeys.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.AllocateCost)]
    public override Task<DraftAllocationKeyResponse> DraftAllocationKey(DraftAllocationKeyRequest request, ServerCallContext context) =>
        draftAllocationKey.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.AllocateCost)]
    public override Task<AdoptAllocationKeyResponse> AdoptAllocationKey(AdoptAllocationKeyRequest request, ServerCallContext context) =>
        adoptAllocationKey.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<CompareAllocationsResponse> CompareAllocations(CompareAllocationsRequest request, ServerCallContext context) =>
        compareAllocations.RunAsync(request, context.CancellationToken).AsTask();

    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<PreviewAllocationResponse> PreviewAllocation(PreviewAllocationRequest request, ServerCallContext context) =>
        previewAllocation.RunAsync(request, context.CancellationToken).AsTask();

    [Policy(MunicipalitiesPolicies.AllocateCost)]
    public override Task<AllocateCostResponse> AllocateCost(AllocateCostRequest request, ServerCallContext context) =>
        allocateCost.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.AllocateCost)]
    public override Task<CreditCostAllocationResponse> CreditCostAllocation(CreditCostAllocationRequest request, ServerCallContext context) =>
        creditCostAllocation.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<GetCostAllocationResponse> GetCostAllocation(GetCostAllocationRequest request, ServerCallContext context) =>
        getCostAllocation.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<ListCostAllocationsResponse> ListCostAllocations(ListCostAllocationsRequest request, ServerCallContext context) =>
        listCostAllocations.RunAsync(request, context.CancellationToken);
}
