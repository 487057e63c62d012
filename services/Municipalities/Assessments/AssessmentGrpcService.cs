using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Assessments;

/// <summary>The rpcs of assessments.</summary>
internal sealed class AssessmentGrpcService(
    DefineForm defineForm,
    ListForms listForms,
    RecordAssessment recordAssessment,
    ListAssessments listAssessments,
    GetTrend getTrend) : AssessmentService.AssessmentServiceBase
{
    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<DefineFormResponse> DefineForm(DefineFormRequest request, ServerCallContext context) =>
        defineForm.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMemory)]
    public override Task<ListFormsResponse> ListForms(ListFormsRequest request, ServerCallContext context) =>
        listForms.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<RecordAssessmentResponse> RecordAssessment(RecordAssessmentRequest request, ServerCallContext context) =>
        recordAssessment.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMemory)]
    public override Task<ListAssessmentsResponse> ListAssessments(ListAssessmentsRequest request, ServerCallContext context) =>
        listAssessments.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMemory)]
    public override Task<GetTrendResponse> GetTrend(GetTrendRequest request, ServerCallContext context) =>
        getTrend.RunAsync(request, context.CancellationToken);
}
