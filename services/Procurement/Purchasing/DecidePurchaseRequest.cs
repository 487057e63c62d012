using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;
using ContractLine = Regio.Procurement.Contracts.ContractLine;

namespace Regio.Procurement.Purchasing;

/// <summary>Grants or refuses a request, with the line by which it was bought, and publishes that in the same transaction.</summary>
internal sealed class DecidePurchaseRequest(ProcurementDbContext db, Buyers buyers, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
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

        asked.Decide(request.Grant, request.Reason.Trim(), await PurchasedAsync(request, asked, ct), time.StorableNow());
        db.Publish(asked.ToEvent(), asked.Id.ToString("D"));
        return new DecidePurchaseRequestResponse { PurchaseRequest = asked.ToProto() };
    }

    private async Task<PurchasedLine?> PurchasedAsync(DecidePurchaseRequestRequest request, PurchaseRequest asked, CancellationToken ct)
    {
        if (request.ContractLineId.Length == 0)
            return null;
        var id = Guid.ParseExact(request.ContractLineId, "D");
        var line = await db.Set<ContractLine>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct)
            ?? throw new DomainException(PurchaseRules.LineUnknown, "contract_line_id");
        var today = time.DutchToday();
        var day = line.Active is { } active && active.From > today ? active.From : today;
        var regions = await buyers.RegionsAsync([(asked.MunicipalityId, day)], ct);
        return new PurchasedLine(line, [.. regions[0], asked.MunicipalityId], day);
    }
}

internal sealed class DecidePurchaseRequestValidator : AbstractValidator<DecidePurchaseRequestRequest>
{
    public DecidePurchaseRequestValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsLineOrEmpty(PurchaseRules.MostReasonCharacters);
        RuleFor(r => r.ContractLineId).IsUuid().When(r => r.ContractLineId.Length > 0);
    }
}
