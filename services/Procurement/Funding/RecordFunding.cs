using FluentValidation;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Funding;

/// <summary>Records that a provider is funded in a period.</summary>
internal sealed class RecordFunding(ProcurementDbContext db, Buyers buyers, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.FundingService/RecordFunding";

    public Task<RecordFundingResponse> RunAsync(RecordFundingRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.Funding, token), ct);

    private async Task<RecordFundingResponse> RecordAsync(V1.Funding asked, CancellationToken ct)
    {
        var terms = asked.ToTerms(await db.KnownProviderAsync(asked.ProviderId, "funding.provider_id", ct));
        await buyers.ScalesAsync([new BuyerOnDay(terms.PayerId, terms.Period.From, "funding.payer_id")], ct);
        var now = time.StorableNow();
        var funding = ProviderFunding.Record(Guid.CreateVersion7(now), terms, now);
        db.Add(funding);
        db.Publish(funding.ToEvent(now), funding.Id.ToString("D"));
        return new RecordFundingResponse { Funding = funding.ToProto() };
    }
}

internal sealed class RecordFundingValidator : AbstractValidator<RecordFundingRequest>
{
    public RecordFundingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Funding).NotNull().ChildRules(funding =>
        {
            funding.RuleFor(f => f.ProviderId).IsUuid();
            funding.RuleFor(f => f.PayerId).NotEmpty().WithMessage("Give a region or the CBS code of a municipality.").IsRegionIdOrEmpty();
            funding.RuleFor(f => f.Kind).IsInEnum().NotEqual(V1.FundingKind.Unspecified).WithMessage("Say what is paid for.");
            funding.RuleFor(f => f.Subject).IsLine(FundingRules.MostSubjectCharacters);
            funding.RuleFor(f => f.Period).IsPeriod();
            funding.RuleFor(f => f.YearlyCents).InclusiveBetween(0, FundingRules.MostCents);
            funding.RuleFor(f => f.Instalments).Must(count => count is 1 or 4 or 12).WithMessage("Give 1, 4 or 12 instalments.");
            funding.RuleFor(f => f.RiskBearer).IsInEnum();
            funding.RuleFor(f => f.Ground).IsLine(FundingRules.MostTextCharacters);
        });
    }
}
