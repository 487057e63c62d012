using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.RegionMoves;

/// <summary>The rpcs of moves of regions.</summary>
internal sealed class RegionMoveGrpcService(
    PlanRegionMove planRegionMove,
    RescheduleRegionMove rescheduleRegionMove,
    DecideRegionMove decideRegionMove,
    ExecuteRegionMove executeRegionMove,
    CancelRegionMove cancelRegionMove,
    PreviewRegionMove previewRegionMove,
    ListRegionMoveLines listRegionMoveLines,
    GetRegionMove getRegionMove,
    ListRegionMoves listRegionMoves) : RegionMoveService.RegionMoveServiceBase
{
    [Policy(ProcurementPolicies.WriteContracts)]
    public override Task<PlanRegionMoveResponse> PlanRegionMove(PlanRegionMoveRequest request, ServerCallContext context) =>
        planRegionMove.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteContracts)]
    public override Task<RescheduleRegionMoveResponse> RescheduleRegionMove(RescheduleRegionMoveRequest request, ServerCallContext context) =>
        rescheduleRegionMove.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteContracts)]
    public override Task<DecideRegionMoveResponse> DecideRegionMove(DecideRegionMoveRequest request, ServerCallContext context) =>
        decideRegionMove.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.SignContracts)]
    public override Task<ExecuteRegionMoveResponse> ExecuteRegionMove(ExecuteRegionMoveRequest request, ServerCallContext context) =>
        executeRegionMove.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteContracts)]
    public override Task<CancelRegionMoveResponse> CancelRegionMove(CancelRegionMoveRequest request, ServerCallContext context) =>
        cancelRegionMove.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCongruence)]
    public override Task<PreviewRegionMoveResponse> PreviewRegionMove(PreviewRegionMoveRequest request, ServerCallContext context) =>
        previewRegionMove.RunAsync(request, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCongruence)]
    public override Task<ListRegionMoveLinesResponse> ListRegionMoveLines(ListRegionMoveLinesRequest request, ServerCallContext context) =>
        listRegionMoveLines.RunAsync(request, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCongruence)]
    public override Task<GetRegionMoveResponse> GetRegionMove(GetRegionMoveRequest request, ServerCallContext context) =>
        getRegionMove.RunAsync(request, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCongruence)]
    public override Task<ListRegionMovesResponse> ListRegionMoves(ListRegionMovesRequest request, ServerCallContext context) =>
        listRegionMoves.RunAsync(request, context.CancellationToken);
}
