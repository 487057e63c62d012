using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Ceilings;

/// <summary>Ends a client stop on a day.</summary>
internal sealed class LiftClientStop(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.CeilingService/LiftClientStop";

    public Task<LiftClientStopResponse> RunAsync(LiftClientStopRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => LiftAsync(request, token), ct);

    private async Task<LiftClientStopResponse> LiftAsync(LiftClientStopRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var stop = await db.Set<ClientStop>().FromSql($"select * from client_stop where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw new DomainException(CeilingRules.StopUnknown, "id", new Dictionary<string, string> { ["client_stop_id"] = request.Id });
        Etag.Require(request.Etag, stop.Version);
        stop.Lift(request.EndDate.ToDateOnly());
        db.Publish(stop.ToEvent(time.StorableNow()), stop.Id.ToString("D"));
        return new LiftClientStopResponse { ClientStop = stop.ToProto() };
    }
}

internal sealed class LiftClientStopValidator : AbstractValidator<LiftClientStopRequest>
{
    public LiftClientStopValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.EndDate).IsDay();
    }
}
