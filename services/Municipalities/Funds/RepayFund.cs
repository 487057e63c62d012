using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Funds;

/// <summary>Records that money went back to the grantor.</summary>
internal sealed class RepayFund(MunicipalitiesDbContext db, Once once)
{
    public Task<RepayFundResponse> RunAsync(RepayFundRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RepayAsync(request, moment, token), ct);

    private async Task<RepayFundResponse> RepayAsync(RepayFundRequest request, Moment moment, CancellationToken ct)
    {
        var act = moment.Act(request.AmountCents, request.RepaidDate, "Terugbetaling", request.Reason);
        RecordedFact.RefuseFuture(act.On, moment.Today, "repaid_date");
        var fund = await db.FundToChangeAsync(request.FundId, request.Etag, ct);
        var entry = fund.Repay(act);
        db.Publish(FundEvents.Changed(fund, moment.Now), fund.Id.ToString("D"));
        return new RepayFundResponse { Entry = entry.ToProto() };
    }
}

internal sealed class RepayFundValidator : AbstractValidator<RepayFundRequest>
{
    public RepayFundValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.FundId).IsUuid();
        RuleFor(r => r.AmountCents).IsAmount();
        RuleFor(r => r.RepaidDate).IsDay();
        RuleFor(r => r.Reason).IsLine(FundFieldRules.MostLineCharacters);
    }
}
