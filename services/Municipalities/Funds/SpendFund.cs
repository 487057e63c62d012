using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Funds;

/// <summary>Records spending on a commitment.</summary>
internal sealed class SpendFund(MunicipalitiesDbContext db, Once once)
{
    public Task<SpendFundResponse> RunAsync(SpendFundRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => SpendAsync(request, moment, token), ct);

    private async Task<SpendFundResponse> SpendAsync(SpendFundRequest request, Moment moment, CancellationToken ct)
    {
        var act = moment.Act(request.AmountCents, request.SpentDate, request.Subject, request.Reason);
        RecordedFact.RefuseFuture(act.On, moment.Today, "spent_date");
        var fund = await db.FundToChangeAsync(request.FundId, request.Etag, ct);
        var entry = fund.Spend(request.CommitmentNumber, act);
        db.Publish(FundEvents.Changed(fund, moment.Now), fund.Id.ToString("D"));
        return new SpendFundResponse { Entry = entry.ToProto() };
    }
}

internal sealed class SpendFundValidator : AbstractValidator<SpendFundRequest>
{
    public SpendFundValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.FundId).IsUuid();
        RuleFor(r => r.CommitmentNumber).GreaterThan(0);
        RuleFor(r => r.AmountCents).IsAmount();
        RuleFor(r => r.SpentDate).IsDay();
        RuleFor(r => r.Subject).IsLine(FundFieldRules.MostLineCharacters);
        RuleFor(r => r.Reason).IsLineOrEmpty(FundFieldRules.MostLineCharacters);
    }
}
