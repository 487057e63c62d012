using FluentValidation;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.RegionMoves;

/// <summary>Plans that regions go over into one organisation.</summary>
internal sealed class PlanRegionMove(ProcurementDbContext db, Buyers buyers, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.RegionMoveService/PlanRegionMove";

    public Task<PlanRegionMoveResponse> RunAsync(PlanRegionMoveRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => PlanAsync(request.Move, token), ct);

    private async Task<PlanRegionMoveResponse> PlanAsync(V1.RegionMove asked, CancellationToken ct)
    {
        var (day, now) = (asked.MoveDate.ToDateOnly(), time.StorableNow());
        var move = RegionMove.Plan(Guid.CreateVersion7(now), asked.FromBuyerIds, asked.ToBuyerId, day, asked.Ground.Trim(), now);
        await buyers.ScalesAsync([.. move.FromBuyers.Select((from, i) => new BuyerOnDay(from, day.AddDays(-1), $"move.from_buyer_ids[{i}]"))], ct);
        db.Add(move);
        return new PlanRegionMoveResponse { Move = move.ToProto() };
    }
}

internal sealed class PlanRegionMoveValidator : AbstractValidator<PlanRegionMoveRequest>
{
    public PlanRegionMoveValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Move).NotNull().ChildRules(move =>
        {
            move.RuleFor(m => m.FromBuyerIds).Must(from => from.Count is > 0 and <= RegionMoveRules.MostRegions).WithMessage($"Give 1 to {RegionMoveRules.MostRegions} regions.");
            move.RuleForEach(m => m.FromBuyerIds).NotEmpty().WithMessage("Give a region.").IsRegionIdOrEmpty();
            move.RuleFor(m => m.ToBuyerId).NotEmpty().WithMessage("Give a region.").IsRegionIdOrEmpty();
            move.RuleFor(m => m.MoveDate).IsDay();
            move.RuleFor(m => m.Ground).IsLine(RegionMoveRules.MostTextCharacters);
        });
    }
}
