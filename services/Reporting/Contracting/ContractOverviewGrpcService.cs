using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Contracting;

/// <summary>The rpcs of the overview of contracts and ceilings.</summary>
internal sealed class ContractOverviewGrpcService(GetContractOverview getContractOverview, ExportContractOverview exportContractOverview)
    : ContractOverviewService.ContractOverviewServiceBase
{
    [Policy(ReportingPolicies.ReadContracting)]
    public override Task<GetContractOverviewResponse> GetContractOverview(GetContractOverviewRequest request, ServerCallContext context) =>
        getContractOverview.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ReportingPolicies.ReadContracting)]
    public override Task ExportContractOverview(
        ExportContractOverviewRequest request, IServerStreamWriter<ExportContractOverviewResponse> responseStream, ServerCallContext context) =>
        exportContractOverview.RunAsync(request, context.GetCaller(), responseStream, context.CancellationToken);
}
