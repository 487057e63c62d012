using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Purchasing;

/// <summary>Grants or refuses a request and publishes that in the same transaction.</summary>
internal sealed class DecidePurchaseRequest(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.PurchaseRequestService/DecidePurchaseRequest";

    public Task<DecidePurchaseRequestResponse> RunAsync(DecidePurchaseRequestRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DecideAsync(request, token), ct);

    private async Task<DecidePurchaseRequestResponse> DecideAsync(DecidePurchaseRequestRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var asked = await db.Set<PurchaseRequest>().FromSql($"select * from purchase_request where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw new DomainException(PurchaseRules.Unknown, "id", new Dictionary<string, string> { ["purchase_request_id"] = request.Id });
        Etag.Require(request.Etag, asked.Version);

        asked.Decide(request.Grant, request.Reason.Trim(), time.StorableNow());
        db.Publish(asked.ToEvent(), asked.Id.ToString("D"));
        return new DecidePurchaseRequestResponse { PurchaseRequest = asked.ToProto() };
    }
}

internal sealed class DecidePurchaseRequestValidator : AbstractValidator<DecidePurchaseRequestRequest>
{
    public DecidePurchaseRequestValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsLineOrEmpty(PurchaseRules.MostReasonCharacters);
    }
}
