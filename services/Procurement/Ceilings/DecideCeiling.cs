using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Ceilings;

/// <summary>Sets an intended ceiling; what was spent already counts at once.</summary>
internal sealed class DecideCeiling(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.CeilingService/DecideCeiling";

    public Task<DecideCeilingResponse> RunAsync(DecideCeilingRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ChangeAsync(request, token), ct);

    private async Task<DecideCeilingResponse> ChangeAsync(DecideCeilingRequest request, CancellationToken ct)
    {
        var ceiling = await db.CeilingToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        var (counted, alwaysPaid) = await db.SpentAsync(ceiling, ct);
        ceiling.Count(counted, alwaysPaid, time.DutchToday());
        ceiling.Decide(Guid.CreateVersion7(now), request.Reason.Trim(), time.DutchToday(), now);
        db.Publish(ceiling.ToEvent(now), ceiling.Id.ToString("D"));
        return new DecideCeilingResponse { Ceiling = ceiling.ToProto() };
    }
}

internal sealed class DecideCeilingValidator : AbstractValidator<DecideCeilingRequest>
{
    public DecideCeilingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsLine(CeilingRules.MostTextCharacters);
    }
}
