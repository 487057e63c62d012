using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.HourClaims;

/// <summary>The rpcs of claiming hours.</summary>
internal sealed class HourClaimGrpcService(
    SetHourRate setHourRate,
    GetHourRate getHourRate,
    ClaimHours claimHours,
    CancelHourClaim cancelHourClaim,
    ListHourClaims listHourClaims) : HourClaimService.HourClaimServiceBase
{
    [Policy(MunicipalitiesPolicies.KeepFunds)]
    public override Task<SetHourRateResponse> SetHourRate(SetHourRateRequest request, ServerCallContext context) =>
        setHourRate.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<GetHourRateResponse> GetHourRate(GetHourRateRequest request, ServerCallContext context) =>
        getHourRate.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ClaimHours)]
    public override Task<ClaimHoursResponse> ClaimHours(ClaimHoursRequest request, ServerCallContext context) =>
        claimHours.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ClaimHours)]
    public override Task<CancelHourClaimResponse> CancelHourClaim(CancelHourClaimRequest request, ServerCallContext context) =>
        cancelHourClaim.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<ListHourClaimsResponse> ListHourClaims(ListHourClaimsRequest request, ServerCallContext context) =>
        listHourClaims.RunAsync(request, context.CancellationToken);
}
