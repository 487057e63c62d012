using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Inspections;

/// <summary>The rpcs of what inspectorates found missing.</summary>
internal sealed class InspectionGapGrpcService(IServiceProvider features) : InspectionGapService.InspectionGapServiceBase
{
    [Policy(ExpertTablePolicies.KeepGaps)]
    public override Task<RecordInspectionGapResponse> RecordInspectionGap(RecordInspectionGapRequest request, ServerCallContext context) =>
        Feature<RecordInspectionGap>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.KeepGaps)]
    public override Task<PlanInspectionGapResponse> PlanInspectionGap(PlanInspectionGapRequest request, ServerCallContext context) =>
        Feature<PlanInspectionGap>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.KeepGaps)]
    public override Task<StartInspectionGapResponse> StartInspectionGap(StartInspectionGapRequest request, ServerCallContext context) =>
        Feature<StartInspectionGap>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.KeepGaps)]
    public override Task<AddInspectionProofResponse> AddInspectionProof(AddInspectionProofRequest request, ServerCallContext context) =>
        Feature<AddInspectionProof>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.KeepGaps)]
    public override Task<SolveInspectionGapResponse> SolveInspectionGap(SolveInspectionGapRequest request, ServerCallContext context) =>
        Feature<SolveInspectionGap>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.KeepGaps)]
    public override Task<JudgeInspectionGapResponse> JudgeInspectionGap(JudgeInspectionGapRequest request, ServerCallContext context) =>
        Feature<JudgeInspectionGap>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.ReadGaps)]
    public override Task<GetInspectionGapResponse> GetInspectionGap(GetInspectionGapRequest request, ServerCallContext context) =>
        Feature<GetInspectionGap>().RunAsync(request, context.CancellationToken);

    [Policy(ExpertTablePolicies.ReadGaps)]
    public override Task<ListInspectionGapsResponse> ListInspectionGaps(ListInspectionGapsRequest request, ServerCallContext context) =>
        Feature<ListInspectionGaps>().RunAsync(request, context.CancellationToken);

    private T Feature<T>()
        where T : notnull => features.GetRequiredService<T>();
}
