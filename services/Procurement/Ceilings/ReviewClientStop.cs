using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Ceilings;

/// <summary>Records that a client stop was looked at again; it goes on.</summary>
internal sealed class ReviewClientStop(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.CeilingService/ReviewClientStop";

    public Task<ReviewClientStopResponse> RunAsync(ReviewClientStopRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ReviewAsync(request, token), ct);

    private async Task<ReviewClientStopResponse> ReviewAsync(ReviewClientStopRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var stop = await db.Set<ClientStop>().FromSql($"select * from client_stop where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw new DomainException(CeilingRules.StopUnknown, "id", new Dictionary<string, string> { ["client_stop_id"] = request.Id });
        Etag.Require(request.Etag, stop.Version);
        stop.Review(AsOf.OrToday(request.ReviewDate, time), time.DutchToday());
        db.Publish(stop.ToEvent(time.StorableNow()), stop.Id.ToString("D"));
        return new ReviewClientStopResponse { ClientStop = stop.ToProto() };
    }
}

internal sealed class ReviewClientStopValidator : AbstractValidator<ReviewClientStopRequest>
{
    public ReviewClientStopValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ReviewDate).IsDayOrAbsent();
    }
}
