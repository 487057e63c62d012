using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.RegionMoves;

/// <summary>Gives a planned move up.</summary>
internal sealed class CancelRegionMove(RegionMoveReader reader, IdempotentRequests<ProcurementDbContext> requests)
{
    private const string Rpc = "regio.procurement.v1.RegionMoveService/CancelRegionMove";

    public Task<CancelRegionMoveResponse> RunAsync(CancelRegionMoveRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => CancelAsync(request, token), ct);

    private async Task<CancelRegionMoveResponse> CancelAsync(CancelRegionMoveRequest request, CancellationToken ct)
    {
        var move = await reader.ToChangeAsync(request.Id, request.Etag, ct);
        move.Cancel(request.Reason.Trim());
        return new CancelRegionMoveResponse { Move = move.ToProto() };
    }
}

internal sealed class CancelRegionMoveValidator : AbstractValidator<CancelRegionMoveRequest>
{
    public CancelRegionMoveValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsLine(RegionMoveRules.MostTextCharacters);
    }
}
