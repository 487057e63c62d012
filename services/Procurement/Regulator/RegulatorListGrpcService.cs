using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Regulator;

/// <summary>The rpcs of the list for the regulator.</summary>
internal sealed class RegulatorListGrpcService(DownloadRegulatorList downloadRegulatorList) : RegulatorListService.RegulatorListServiceBase
{
    [Policy(ProcurementPolicies.ReadRegulatorList)]
    public override Task DownloadRegulatorList(
        DownloadRegulatorListRequest request, IServerStreamWriter<DownloadRegulatorListResponse> responseStream, ServerCallContext context) =>
        downloadRegulatorList.RunAsync(request, responseStream, context.CancellationToken);
}
