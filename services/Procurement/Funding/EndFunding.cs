using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Funding;

/// <summary>Records until when a funding holds.</summary>
internal sealed class EndFunding(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.FundingService/EndFunding";

    public Task<EndFundingResponse> RunAsync(EndFundingRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => EndAsync(request, token), ct);

    private async Task<EndFundingResponse> EndAsync(EndFundingRequest request, CancellationToken ct)
    {
        var funding = await db.FundingToChangeAsync(request.Id, request.Etag, ct);
        funding.End(request.EndDate.ToDateOnly());
        db.Publish(funding.ToEvent(time.StorableNow()), funding.Id.ToString("D"));
        return new EndFundingResponse { Funding = funding.ToProto() };
    }
}

internal sealed class EndFundingValidator : AbstractValidator<EndFundingRequest>
{
    public EndFundingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.EndDate).IsDay();
    }
}
