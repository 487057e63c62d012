using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Consultations;

/// <summary>The rpcs of anonymous consultation.</summary>
internal sealed class ConsultationGrpcService(RecordConsultation record, GetConsultation get, ListConsultations list) : ConsultationService.ConsultationServiceBase
{
    [Policy(ExpertTablePolicies.Consult)]
    public override Task<RecordConsultationResponse> RecordConsultation(RecordConsultationRequest request, ServerCallContext context) =>
        record.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Consult)]
    public override Task<GetConsultationResponse> GetConsultation(GetConsultationRequest request, ServerCallContext context) =>
        get.RunAsync(request, context.CancellationToken);

    [Policy(ExpertTablePolicies.Consult)]
    public override Task<ListConsultationsResponse> ListConsultations(ListConsultationsRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);
}
