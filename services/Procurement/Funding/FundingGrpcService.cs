using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Funding;

/// <summary>The rpcs of what is paid beside tariffs and subsidies.</summary>
internal sealed class FundingGrpcService(
    RecordFunding recordFunding,
    EndFunding endFunding,
    RecordFundingCost recordFundingCost,
    GetFundingYear getFundingYear,
    ListFunding listFunding) : FundingService.FundingServiceBase
{
    [Policy(ProcurementPolicies.WriteFunding)]
    public override Task<RecordFundingResponse> RecordFunding(RecordFundingRequest request, ServerCallContext context) =>
        recordFunding.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteFunding)]
    public override Task<EndFundingResponse> EndFunding(EndFundingRequest request, ServerCallContext context) =>
        endFunding.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteFunding)]
    public override Task<RecordFundingCostResponse> RecordFundingCost(RecordFundingCostRequest request, ServerCallContext context) =>
        recordFundingCost.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadFunding)]
    public override Task<GetFundingYearResponse> GetFundingYear(GetFundingYearRequest request, ServerCallContext context) =>
        getFundingYear.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadFunding)]
    public override Task<ListFundingResponse> ListFunding(ListFundingRequest request, ServerCallContext context) =>
        listFunding.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);
}
