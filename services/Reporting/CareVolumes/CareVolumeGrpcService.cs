using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.CareVolumes;

/// <summary>The rpcs of price and quantity of care.</summary>
internal sealed class CareVolumeGrpcService(ListCareVolumes listCareVolumes) : CareVolumeService.CareVolumeServiceBase
{
    [Policy(ReportingPolicies.ReadContracting)]
    public override Task<ListCareVolumesResponse> ListCareVolumes(ListCareVolumesRequest request, ServerCallContext context) =>
        listCareVolumes.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
