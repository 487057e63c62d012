using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Mandates;

/// <summary>The rpcs of mandates.</summary>
internal sealed class MandateGrpcService(
    CreateMandate createMandate,
    RecordGrant recordGrant,
    RecordWithdrawal recordWithdrawal,
    RecordConsent recordConsent,
    CheckMandate checkMandate,
    RecordMandatedAct recordMandatedAct,
    RecordRatification recordRatification,
    GetMandate getMandate,
    ListMandates listMandates,
    ListMandatedActs listMandatedActs) : MandateService.MandateServiceBase
{
    [Policy(MunicipalitiesPolicies.LeadMandates)]
    public override Task<CreateMandateResponse> CreateMandate(CreateMandateRequest request, ServerCallContext context) =>
        createMandate.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<RecordGrantResponse> RecordGrant(RecordGrantRequest request, ServerCallContext context) =>
        recordGrant.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<RecordWithdrawalResponse> RecordWithdrawal(RecordWithdrawalRequest request, ServerCallContext context) =>
        recordWithdrawal.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadMandates)]
    public override Task<RecordConsentResponse> RecordConsent(RecordConsentRequest request, ServerCallContext context) =>
        recordConsent.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMandates)]
    public override Task<CheckMandateResponse> CheckMandate(CheckMandateRequest request, ServerCallContext context) =>
        checkMandate.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadMandates)]
    public override Task<RecordMandatedActResponse> RecordMandatedAct(RecordMandatedActRequest request, ServerCallContext context) =>
        recordMandatedAct.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<RecordRatificationResponse> RecordRatification(RecordRatificationRequest request, ServerCallContext context) =>
        recordRatification.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMandates)]
    public override Task<GetMandateResponse> GetMandate(GetMandateRequest request, ServerCallContext context) =>
        getMandate.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMandates)]
    public override Task<ListMandatesResponse> ListMandates(ListMandatesRequest request, ServerCallContext context) =>
        listMandates.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMandatedActs)]
    public override Task<ListMandatedActsResponse> ListMandatedActs(ListMandatedActsRequest request, ServerCallContext context) =>
        listMandatedActs.RunAsync(request, context.CancellationToken);
}
