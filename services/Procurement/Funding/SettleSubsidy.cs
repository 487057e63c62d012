using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;
using Term = Regio.Procurement.Terms.Term;

namespace Regio.Procurement.Funding;

/// <summary>Sets the final amount of a subsidy.</summary>
internal sealed class SettleSubsidy(ProcurementDbContext db, TermReader termReader, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.SubsidyService/SettleSubsidy";

    public Task<SettleSubsidyResponse> RunAsync(SettleSubsidyRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ChangeAsync(request, token), ct);

    private async Task<SettleSubsidyResponse> ChangeAsync(SettleSubsidyRequest request, CancellationToken ct)
    {
        var subsidy = await db.SubsidyToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        var reduction = request.Reduction == V1.SubsidyReduction.Unspecified ? (SubsidyReduction?)null : (SubsidyReduction)request.Reduction;
        var settlement = new SubsidySettlement(request.SettledCents, reduction, request.Reason.Trim(), AsOf.OrToday(request.SettledDate, time));
        subsidy.Settle(settlement, (await termReader.ReadAsync(ct)).On(Term.SubsidyPaymentDays, settlement.On), time.DutchToday());
        db.Publish(subsidy.ToEvent(now), subsidy.Id.ToString("D"));
        return new SettleSubsidyResponse { Subsidy = subsidy.ToProto() };
    }
}

internal sealed class SettleSubsidyValidator : AbstractValidator<SettleSubsidyRequest>
{
    public SettleSubsidyValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.SettledCents).InclusiveBetween(0, SubsidyRules.MostCents);
        RuleFor(r => r.Reduction).IsInEnum();
        RuleFor(r => r.Reason).IsLine(SubsidyRules.MostTextCharacters);
        RuleFor(r => r.SettledDate).IsDayOrAbsent();
    }
}
