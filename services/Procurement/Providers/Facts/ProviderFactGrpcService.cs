using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Providers.Facts;

/// <summary>The rpcs of what is known of providers.</summary>
internal sealed class ProviderFactGrpcService(
    RecordCertificate recordCertificate,
    SuspendCertificate suspendCertificate,
    LiftCertificateSuspension liftCertificateSuspension,
    RecordContinuitySignal recordContinuitySignal,
    CloseContinuitySignal closeContinuitySignal,
    RecordEssentialSupply recordEssentialSupply) : ProviderFactService.ProviderFactServiceBase
{
    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<RecordCertificateResponse> RecordCertificate(RecordCertificateRequest request, ServerCallContext context) =>
        recordCertificate.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<SuspendCertificateResponse> SuspendCertificate(SuspendCertificateRequest request, ServerCallContext context) =>
        suspendCertificate.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<LiftCertificateSuspensionResponse> LiftCertificateSuspension(LiftCertificateSuspensionRequest request, ServerCallContext context) =>
        liftCertificateSuspension.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<RecordContinuitySignalResponse> RecordContinuitySignal(RecordContinuitySignalRequest request, ServerCallContext context) =>
        recordContinuitySignal.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<CloseContinuitySignalResponse> CloseContinuitySignal(CloseContinuitySignalRequest request, ServerCallContext context) =>
        closeContinuitySignal.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<RecordEssentialSupplyResponse> RecordEssentialSupply(RecordEssentialSupplyRequest request, ServerCallContext context) =>
        recordEssentialSupply.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);
}
