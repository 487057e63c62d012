using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Ceilings;

/// <summary>Records the decision on another amount.</summary>
internal sealed class AdjustCeiling(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.CeilingService/AdjustCeiling";

    public Task<AdjustCeilingResponse> RunAsync(AdjustCeilingRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ChangeAsync(request, token), ct);

    private async Task<AdjustCeilingResponse> ChangeAsync(AdjustCeilingRequest request, CancellationToken ct)
    {
        var ceiling = await db.CeilingToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        ceiling.Adjust(Guid.CreateVersion7(now), request.AmountCents, request.Reason.Trim(), time.DutchToday(), now);
        db.Publish(ceiling.ToEvent(now), ceiling.Id.ToString("D"));
        return new AdjustCeilingResponse { Ceiling = ceiling.ToProto() };
    }
}

internal sealed class AdjustCeilingValidator : AbstractValidator<AdjustCeilingRequest>
{
    public AdjustCeilingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.AmountCents).InclusiveBetween(1, CeilingRules.MostCents);
        RuleFor(r => r.Reason).IsLine(CeilingRules.MostTextCharacters);
    }
}
