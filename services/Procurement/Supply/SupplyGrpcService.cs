using Grpc.Core;
using Regio.Procurement.Supply.Coverage;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Supply;

/// <summary>The rpcs of supply.</summary>
internal sealed class SupplyGrpcService(RecordSupply recordSupply, ListSupply listSupply, GetSupplyCoverage getSupplyCoverage) : SupplyService.SupplyServiceBase
{
    [Policy(ProcurementPolicies.RecordSupply)]
    public override Task<RecordSupplyResponse> RecordSupply(RecordSupplyRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        return recordSupply.RunAsync(request, ProviderScope.Of(caller), caller.Subject, context.CancellationToken);
    }

    [Policy(ProcurementPolicies.ReadSupply)]
    public override Task<ListSupplyResponse> ListSupply(ListSupplyRequest request, ServerCallContext context) =>
        listSupply.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadSupplyCoverage)]
    public override Task<GetSupplyCoverageResponse> GetSupplyCoverage(GetSupplyCoverageRequest request, ServerCallContext context) =>
        getSupplyCoverage.RunAsync(request, context.CancellationToken);
}
