using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Ceilings;

/// <summary>Ends a ceiling whose period has passed.</summary>
internal sealed class CloseCeiling(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.CeilingService/CloseCeiling";

    public Task<CloseCeilingResponse> RunAsync(CloseCeilingRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ChangeAsync(request, token), ct);

    private async Task<CloseCeilingResponse> ChangeAsync(CloseCeilingRequest request, CancellationToken ct)
    {
        var ceiling = await db.CeilingToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        ceiling.Close(time.DutchToday());
        db.Publish(ceiling.ToEvent(now), ceiling.Id.ToString("D"));
        return new CloseCeilingResponse { Ceiling = ceiling.ToProto() };
    }
}

internal sealed class CloseCeilingValidator : AbstractValidator<CloseCeilingRequest>
{
    public CloseCeilingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
