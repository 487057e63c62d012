using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Innovations;

/// <summary>The rpcs of innovations.</summary>
internal sealed class InnovationGrpcService(
    ProposeInnovation proposeInnovation,
    RecordProcurementView recordProcurementView,
    DecideInnovation decideInnovation,
    GetInnovation getInnovation,
    ListInnovations listInnovations) : InnovationService.InnovationServiceBase
{
    [Policy(ProcurementPolicies.ProposeInnovations)]
    public override Task<ProposeInnovationResponse> ProposeInnovation(ProposeInnovationRequest request, ServerCallContext context) =>
        proposeInnovation.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    // What can be bought is for procurement to say.
    [Policy(ProcurementPolicies.ViewInnovations)]
    public override Task<RecordProcurementViewResponse> RecordProcurementView(RecordProcurementViewRequest request, ServerCallContext context) =>
        recordProcurementView.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.DecideInnovations)]
    public override Task<DecideInnovationResponse> DecideInnovation(DecideInnovationRequest request, ServerCallContext context) =>
        decideInnovation.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadInnovations)]
    public override Task<GetInnovationResponse> GetInnovation(GetInnovationRequest request, ServerCallContext context) =>
        getInnovation.RunAsync(request, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadInnovations)]
    public override Task<ListInnovationsResponse> ListInnovations(ListInnovationsRequest request, ServerCallContext context) =>
        listInnovations.RunAsync(request, context.CancellationToken);
}
