using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Register;

/// <summary>The rpcs of the register.</summary>
internal sealed class MunicipalityGrpcService(
    GetMunicipality getMunicipality,
    ListMunicipalities listMunicipalities,
    ListRegions listRegions,
    ListMemberships listMemberships,
    BatchGetMemberships batchGetMemberships,
    RecordMembership recordMembership,
    EndMembership endMembership,
    RecordMerger recordMerger,
    RecordYouthCount recordYouthCount,
    RecordRegionRole recordRegionRole,
    EndRegionRole endRegionRole,
    ListRegionRoles listRegionRoles,
    ListClaims listClaims,
    RegisterRegion registerRegion,
    RecordClaim recordClaim,
    FollowClaim followClaim) : MunicipalityService.MunicipalityServiceBase
{
    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<GetMunicipalityResponse> GetMunicipality(GetMunicipalityRequest request, ServerCallContext context) =>
        getMunicipality.RunAsync(request, context.CancellationToken).AsTask();

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListMunicipalitiesResponse> ListMunicipalities(ListMunicipalitiesRequest request, ServerCallContext context) =>
        listMunicipalities.RunAsync(request, context.CancellationToken).AsTask();

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListRegionsResponse> ListRegions(ListRegionsRequest request, ServerCallContext context) =>
        listRegions.RunAsync(request, context.CancellationToken).AsTask();

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListMembershipsResponse> ListMemberships(ListMembershipsRequest request, ServerCallContext context) =>
        listMemberships.RunAsync(request, context.CancellationToken).AsTask();

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<BatchGetMembershipsResponse> BatchGetMemberships(BatchGetMembershipsRequest request, ServerCallContext context) =>
        batchGetMemberships.RunAsync(request, context.CancellationToken).AsTask();

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<RecordMembershipResponse> RecordMembership(RecordMembershipRequest request, ServerCallContext context) =>
        recordMembership.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<EndMembershipResponse> EndMembership(EndMembershipRequest request, ServerCallContext context) =>
        endMembership.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<RecordMergerResponse> RecordMerger(RecordMergerRequest request, ServerCallContext context) =>
        recordMerger.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<RecordYouthCountResponse> RecordYouthCount(RecordYouthCountRequest request, ServerCallContext context) =>
        recordYouthCount.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<RegisterRegionResponse> RegisterRegion(RegisterRegionRequest request, ServerCallContext context) =>
        registerRegion.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<RecordClaimResponse> RecordClaim(RecordClaimRequest request, ServerCallContext context) =>
        recordClaim.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<FollowClaimResponse> FollowClaim(FollowClaimRequest request, ServerCallContext context) =>
        followClaim.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<RecordRegionRoleResponse> RecordRegionRole(RecordRegionRoleRequest request, ServerCallContext context) =>
        recordRegionRole.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<EndRegionRoleResponse> EndRegionRole(EndRegionRoleRequest request, ServerCallContext context) =>
        endRegionRole.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListRegionRolesResponse> ListRegionRoles(ListRegionRolesRequest request, ServerCallContext context) =>
        listRegionRoles.RunAsync(request, context.CancellationToken).AsTask();

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListClaimsResponse> ListClaims(ListClaimsRequest request, ServerCallContext context) =>
        listClaims.RunAsync(request, context.CancellationToken).AsTask();
}
