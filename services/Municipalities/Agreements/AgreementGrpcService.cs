using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Agreements;

/// <summary>The rpcs of agreements.</summary>
internal sealed class AgreementGrpcService(
    DraftAgreement draftAgreement,
    BringIntoForce bringIntoForce,
    AddAddendum addAddendum,
    TerminateAgreement terminateAgreement,
    AddObligation addObligation,
    FulfilObligation fulfilObligation,
    GetAgreement getAgreement,
    ListAgreements listAgreements,
    ListAgreementAlerts listAgreementAlerts) : AgreementService.AgreementServiceBase
{
    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<DraftAgreementResponse> DraftAgreement(DraftAgreementRequest request, ServerCallContext context) =>
        draftAgreement.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<BringIntoForceResponse> BringIntoForce(BringIntoForceRequest request, ServerCallContext context) =>
        bringIntoForce.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<AddAddendumResponse> AddAddendum(AddAddendumRequest request, ServerCallContext context) =>
        addAddendum.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<TerminateAgreementResponse> TerminateAgreement(TerminateAgreementRequest request, ServerCallContext context) =>
        terminateAgreement.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<AddObligationResponse> AddObligation(AddObligationRequest request, ServerCallContext context) =>
        addObligation.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<FulfilObligationResponse> FulfilObligation(FulfilObligationRequest request, ServerCallContext context) =>
        fulfilObligation.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<GetAgreementResponse> GetAgreement(GetAgreementRequest request, ServerCallContext context) =>
        getAgreement.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListAgreementsResponse> ListAgreements(ListAgreementsRequest request, ServerCallContext context) =>
        listAgreements.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListAgreementAlertsResponse> ListAgreementAlerts(ListAgreementAlertsRequest request, ServerCallContext context) =>
        listAgreementAlerts.RunAsync(request, context.CancellationToken);
}
