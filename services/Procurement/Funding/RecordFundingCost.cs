using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Funding;

/// <summary>Records what an open-ended obligation cost in a year.</summary>
internal sealed class RecordFundingCost(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.FundingService/RecordFundingCost";

    public Task<RecordFundingCostResponse> RunAsync(RecordFundingCostRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request, token), ct);

    private async Task<RecordFundingCostResponse> RecordAsync(RecordFundingCostRequest request, CancellationToken ct)
    {
        var funding = await db.FundingToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        funding.RecordCost(Guid.CreateVersion7(now), request.Year, request.CostCents, (time.DutchToday(), now));
        db.Publish(funding.ToEvent(now), funding.Id.ToString("D"));
        return new RecordFundingCostResponse { Year = funding.ToYear(request.Year) };
    }
}

internal sealed class RecordFundingCostValidator : AbstractValidator<RecordFundingCostRequest>
{
    public RecordFundingCostValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Year).InclusiveBetween(RequestRules.EarliestDay.Year, RequestRules.LatestDay.Year);
        RuleFor(r => r.CostCents).InclusiveBetween(0, FundingRules.MostCents);
    }
}
