using FluentValidation;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.RegionMoves;

/// <summary>Decides a conflict of a planned move.</summary>
internal sealed class DecideRegionMove(
    ProcurementDbContext db, RegionMoveReader reader, CatalogueReader catalogues, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.RegionMoveService/DecideRegionMove";

    public Task<DecideRegionMoveResponse> RunAsync(DecideRegionMoveRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DecideAsync(request, caller, token), ct);

    private async Task<DecideRegionMoveResponse> DecideAsync(DecideRegionMoveRequest request, string caller, CancellationToken ct)
    {
        var move = await reader.ToChangeAsync(request.Id, request.Etag, ct);
        move.RequirePlanned();
        var (asked, now) = (request.Decision, time.StorableNow());
        var decision = new RegionMoveDecision
        {
            Id = Guid.CreateVersion7(now),
            Number = move.Decisions.Count + 1,
            ProviderId = await db.KnownProviderAsync(asked.ProviderId, "decision.provider_id", ct),
            ProductId = (await catalogues.ReadAsync(ct)).Product(asked.ProductId, "decision.product_id").Id,
            Lot = asked.Lot.Trim(),
            Location = asked.Location.Trim(),
            Choice = (RegionMoveChoice)asked.Choice,
            KeepBuyerId = asked.KeepBuyerId,
            TariffCents = asked.TariffCents > 0 ? asked.TariffCents : null,
            Reason = asked.Reason.Trim(),
            DecidedBy = caller,
            DecidedAt = now,
        };
        var plan = await reader.PlanAsync(move, ct);
        move.Decide(decision, plan.Conflicts.FirstOrDefault(conflict => conflict.Subject == decision.Subject));
        return new DecideRegionMoveResponse { Move = move.ToProto() };
    }
}

internal sealed class DecideRegionMoveValidator : AbstractValidator<DecideRegionMoveRequest>
{
    public DecideRegionMoveValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Decision).NotNull().ChildRules(decision =>
        {
            decision.RuleFor(d => d.ProviderId).IsUuid();
            decision.RuleFor(d => d.ProductId).IsLine(CatalogueMapping.MostCodeCharacters);
            decision.RuleFor(d => d.Lot).IsLineOrEmpty(ContractRules.MostPlaceCharacters);
            decision.RuleFor(d => d.Location).IsLineOrEmpty(ContractRules.MostPlaceCharacters);
            decision.RuleFor(d => d.Choice).IsInEnum().NotEqual(V1.RegionMoveChoice.Unspecified).WithMessage("Say how it is decided.");
            decision.RuleFor(d => d.KeepBuyerId).IsRegionIdOrEmpty();
            decision.RuleFor(d => d.TariffCents).InclusiveBetween(0, ContractRules.MostTariffCents);
            decision.RuleFor(d => d.Reason).IsLine(RegionMoveRules.MostTextCharacters);
        });
    }
}
