using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Agenda;

/// <summary>Puts a tranche on the purchasing agenda.</summary>
internal sealed class PlanTranche(ProcurementDbContext db, Buyers buyers, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.AgendaService/PlanTranche";

    public Task<PlanTrancheResponse> RunAsync(PlanTrancheRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => PlanAsync(request.Tranche, token), ct);

    private async Task<PlanTrancheResponse> PlanAsync(V1.Tranche asked, CancellationToken ct)
    {
        await buyers.ScalesAsync([new BuyerOnDay(asked.BuyerId, time.DutchToday(), "tranche.buyer_id")], ct);
        if (await db.Set<Tranche>().AnyAsync(t => t.BuyerId == asked.BuyerId && t.Number == asked.Number, ct))
            throw new DomainException(AgendaRules.Exists, "tranche.number");
        var (round, now) = (Guid.ParseExact(asked.VisionRoundId, "D"), time.StorableNow());
        var tranche = Tranche.Plan(Guid.CreateVersion7(now), (asked.BuyerId, asked.Number), asked.Title.Trim(), round, asked.Planned.ToValidity(), now);
        db.Add(tranche);
        return new PlanTrancheResponse { Tranche = tranche.ToProto(await db.Set<Vision>().FindAsync([round], ct), []) };
    }
}

internal sealed class PlanTrancheValidator : AbstractValidator<PlanTrancheRequest>
{
    public PlanTrancheValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Tranche).NotNull().ChildRules(tranche =>
        {
            tranche.RuleFor(t => t.BuyerId).NotEmpty().WithMessage("Give a region.").IsRegionIdOrEmpty();
            tranche.RuleFor(t => t.Number).InclusiveBetween(1, AgendaRules.MostNumber);
            tranche.RuleFor(t => t.Title).IsLine(AgendaRules.MostTitleCharacters);
            tranche.RuleFor(t => t.VisionRoundId).IsUuid();
            tranche.RuleFor(t => t.Planned).IsPeriod();
        });
    }
}
