using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Funds;

/// <summary>Records what the grantor of a fund decided.</summary>
internal sealed class RecordFundGrant(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordFundGrantResponse> RunAsync(RecordFundGrantRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordFundGrantResponse> RecordAsync(RecordFundGrantRequest request, Moment moment, CancellationToken ct)
    {
        var act = moment.Act(request.AmountCents, request.DecidedDate, request.Subject);
        RecordedFact.RefuseFuture(act.On, moment.Today, "decided_date");
        var fund = await db.FundToChangeAsync(request.FundId, etag: "", ct);
        fund.RecordGrant(act, request.ApplicationNumber, request.NewEndDate?.ToDateOnly());
        db.Publish(FundEvents.Changed(fund, moment.Now), fund.Id.ToString("D"));
        return new RecordFundGrantResponse { Fund = fund.ToProto(moment.Today) };
    }
}

internal sealed class RecordFundGrantValidator : AbstractValidator<RecordFundGrantRequest>
{
    public RecordFundGrantValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.FundId).IsUuid();
        RuleFor(r => r.AmountCents).IsChange();
        RuleFor(r => r.DecidedDate).IsDay();
        RuleFor(r => r.Subject).IsLine(FundFieldRules.MostLineCharacters);
        RuleFor(r => r.ApplicationNumber).GreaterThanOrEqualTo(0);
        RuleFor(r => r.AmountCents).GreaterThanOrEqualTo(0).When(r => r.ApplicationNumber > 0);
        RuleFor(r => r.NewEndDate).IsDayOrAbsent();
    }
}
