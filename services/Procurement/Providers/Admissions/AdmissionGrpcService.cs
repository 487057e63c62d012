using Grpc.Core;
using Regio.Procurement.Providers.Facts;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Providers.Admissions;

/// <summary>The rpcs of admission, and of what a provider is admitted with.</summary>
internal sealed class AdmissionGrpcService(
    RecordAdmissionStep recordAdmissionStep,
    RecordCareForm recordCareForm,
    EndCareForm endCareForm,
    RecordSubcontract recordSubcontract,
    EndSubcontract endSubcontract,
    RecordSupervision recordSupervision,
    EndSupervision endSupervision) : AdmissionService.AdmissionServiceBase
{
    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<RecordAdmissionStepResponse> RecordAdmissionStep(RecordAdmissionStepRequest request, ServerCallContext context) =>
        recordAdmissionStep.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<RecordCareFormResponse> RecordCareForm(RecordCareFormRequest request, ServerCallContext context) =>
        recordCareForm.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<EndCareFormResponse> EndCareForm(EndCareFormRequest request, ServerCallContext context) =>
        endCareForm.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<RecordSubcontractResponse> RecordSubcontract(RecordSubcontractRequest request, ServerCallContext context) =>
        recordSubcontract.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<EndSubcontractResponse> EndSubcontract(EndSubcontractRequest request, ServerCallContext context) =>
        endSubcontract.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<RecordSupervisionResponse> RecordSupervision(RecordSupervisionRequest request, ServerCallContext context) =>
        recordSupervision.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<EndSupervisionResponse> EndSupervision(EndSupervisionRequest request, ServerCallContext context) =>
        endSupervision.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);
}
