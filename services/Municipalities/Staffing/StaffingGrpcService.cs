using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Staffing;

/// <summary>The rpcs of staffing.</summary>
internal sealed class StaffingGrpcService(SetStaffingNeed setStaffingNeed, RecordStaffing recordStaffing, GetStaffing getStaffing) : StaffingService.StaffingServiceBase
{
    [Policy(MunicipalitiesPolicies.LeadWork)]
    public override Task<SetStaffingNeedResponse> SetStaffingNeed(SetStaffingNeedRequest request, ServerCallContext context) =>
        setStaffingNeed.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<RecordStaffingResponse> RecordStaffing(RecordStaffingRequest request, ServerCallContext context) =>
        recordStaffing.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadWork)]
    public override Task<GetStaffingResponse> GetStaffing(GetStaffingRequest request, ServerCallContext context) =>
        getStaffing.RunAsync(request, context.CancellationToken);
}
