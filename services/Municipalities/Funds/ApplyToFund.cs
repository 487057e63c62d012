using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Funds;

/// <summary>Records that money was applied for.</summary>
internal sealed class ApplyToFund(MunicipalitiesDbContext db, Once once)
{
    public Task<ApplyToFundResponse> RunAsync(ApplyToFundRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => ApplyAsync(request, moment, token), ct);

    private async Task<ApplyToFundResponse> ApplyAsync(ApplyToFundRequest request, Moment moment, CancellationToken ct)
    {
        var applied = request.AppliedDate.ToDateOnly();
        RecordedFact.RefuseFuture(applied, moment.Today, "applied_date");
        var fund = await db.FundToChangeAsync(request.FundId, etag: "", ct);
        fund.Apply(request.AmountCents, applied);
        db.Publish(FundEvents.Changed(fund, moment.Now), fund.Id.ToString("D"));
        return new ApplyToFundResponse { Fund = fund.ToProto(moment.Today) };
    }
}

internal sealed class ApplyToFundValidator : AbstractValidator<ApplyToFundRequest>
{
    public ApplyToFundValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.FundId).IsUuid();
        RuleFor(r => r.AmountCents).IsAmount();
        RuleFor(r => r.AppliedDate).IsDay();
    }
}
