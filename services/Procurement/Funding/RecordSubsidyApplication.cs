using FluentValidation;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;
using Term = Regio.Procurement.Terms.Term;

namespace Regio.Procurement.Funding;

/// <summary>Records that a provider asked for a subsidy.</summary>
internal sealed class RecordSubsidyApplication(
    ProcurementDbContext db, Buyers buyers, TermReader termReader, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.SubsidyService/RecordSubsidyApplication";

    public Task<RecordSubsidyApplicationResponse> RunAsync(RecordSubsidyApplicationRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.Subsidy, token), ct);

    private async Task<RecordSubsidyApplicationResponse> RecordAsync(V1.Subsidy asked, CancellationToken ct)
    {
        var provider = await db.KnownProviderAsync(asked.ProviderId, "subsidy.provider_id", ct);
        var application = asked.ToApplication(provider);
        await buyers.ScalesAsync([new BuyerOnDay(application.GrantorId, application.Period.From, "subsidy.grantor_id")], ct);
        var now = time.StorableNow();
        var days = (await termReader.ReadAsync(ct)).On(Term.SubsidyDecisionDays, application.AppliedOn);
        var subsidy = Subsidy.Apply(Guid.CreateVersion7(now), application, days, (time.DutchToday(), now));
        db.Add(subsidy);
        db.Publish(subsidy.ToEvent(now), subsidy.Id.ToString("D"));
        return new RecordSubsidyApplicationResponse { Subsidy = subsidy.ToProto() };
    }
}

internal sealed class RecordSubsidyApplicationValidator : AbstractValidator<RecordSubsidyApplicationRequest>
{
    public RecordSubsidyApplicationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Subsidy).NotNull().ChildRules(subsidy =>
        {
            subsidy.RuleFor(s => s.ProviderId).IsUuid();
            subsidy.RuleFor(s => s.GrantorId).NotEmpty().WithMessage("Give a region or the CBS code of a municipality.").IsRegionIdOrEmpty();
            subsidy.RuleFor(s => s.Subject).IsLine(SubsidyRules.MostTextCharacters);
            subsidy.RuleFor(s => s.Period).IsPeriod();
            subsidy.RuleFor(s => s.Period.EndDate).NotNull().WithMessage("The activities of a subsidy have an end.").When(s => s.Period is not null);
            subsidy.RuleFor(s => s.AskedCents).InclusiveBetween(1, SubsidyRules.MostCents);
            subsidy.RuleFor(s => s.AppliedDate).IsDay();
        });
    }
}
