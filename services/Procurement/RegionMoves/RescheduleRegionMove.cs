using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.RegionMoves;

/// <summary>Gives a planned move another day.</summary>
internal sealed class RescheduleRegionMove(RegionMoveReader reader, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.RegionMoveService/RescheduleRegionMove";

    public Task<RescheduleRegionMoveResponse> RunAsync(RescheduleRegionMoveRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RescheduleAsync(request, token), ct);

    private async Task<RescheduleRegionMoveResponse> RescheduleAsync(RescheduleRegionMoveRequest request, CancellationToken ct)
    {
        var move = await reader.ToChangeAsync(request.Id, request.Etag, ct);
        move.Reschedule(request.MoveDate.ToDateOnly(), request.Reason.Trim(), time.StorableNow());
        return new RescheduleRegionMoveResponse { Move = move.ToProto() };
    }
}

internal sealed class RescheduleRegionMoveValidator : AbstractValidator<RescheduleRegionMoveRequest>
{
    public RescheduleRegionMoveValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.MoveDate).IsDay();
        RuleFor(r => r.Reason).IsLine(RegionMoveRules.MostTextCharacters);
    }
}
