using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Consents;

/// <summary>The rpcs of consent and other grounds.</summary>
internal sealed class ConsentGrpcService(RecordParty party, RecordConsent consent, RecordGround ground, GetGrounds grounds) : ConsentService.ConsentServiceBase
{
    [Policy(ExpertTablePolicies.Handle)]
    public override Task<RecordPartyResponse> RecordParty(RecordPartyRequest request, ServerCallContext context) =>
        party.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<RecordConsentResponse> RecordConsent(RecordConsentRequest request, ServerCallContext context) =>
        consent.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<RecordGroundResponse> RecordGround(RecordGroundRequest request, ServerCallContext context) =>
        ground.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<GetGroundsResponse> GetGrounds(GetGroundsRequest request, ServerCallContext context) =>
        grounds.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
