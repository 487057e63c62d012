using FluentValidation;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Innovations;

/// <summary>Records an idea.</summary>
internal sealed class ProposeInnovation(ProcurementDbContext db, Buyers buyers, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.InnovationService/ProposeInnovation";

    public Task<ProposeInnovationResponse> RunAsync(ProposeInnovationRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ProposeAsync(request.Innovation, token), ct);

    private async Task<ProposeInnovationResponse> ProposeAsync(V1.Innovation asked, CancellationToken ct)
    {
        var now = time.StorableNow();
        var idea = new InnovationIdea(asked.OwnerId, asked.Title.Trim(), asked.Need.Trim(), asked.ProposedDate.ToDateOnly(), asked.DueDate.ToDateOnly());
        var innovation = Innovation.Propose(Guid.CreateVersion7(now), idea, (time.DutchToday(), now));
        await buyers.ScalesAsync([new BuyerOnDay(idea.OwnerId, idea.ProposedOn, "innovation.owner_id")], ct);
        db.Add(innovation);
        db.Publish(innovation.ToEvent(now), innovation.Id.ToString("D"));
        return new ProposeInnovationResponse { Innovation = innovation.ToProto() };
    }
}

internal sealed class ProposeInnovationValidator : AbstractValidator<ProposeInnovationRequest>
{
    public ProposeInnovationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Innovation).NotNull().ChildRules(innovation =>
        {
            innovation.RuleFor(i => i.OwnerId).NotEmpty().WithMessage("Give a region or the CBS code of a municipality.").IsRegionIdOrEmpty();
            innovation.RuleFor(i => i.Title).IsLine(InnovationRules.MostTitleCharacters);
            innovation.RuleFor(i => i.Need).IsLine(InnovationRules.MostTextCharacters);
            innovation.RuleFor(i => i.ProposedDate).IsDay();
            innovation.RuleFor(i => i.DueDate).IsDay();
        });
    }
}
