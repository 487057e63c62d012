using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Funds;

/// <summary>Promises part of a fund.</summary>
internal sealed class CommitFund(MunicipalitiesDbContext db, Once once)
{
    public Task<CommitFundResponse> RunAsync(CommitFundRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => CommitAsync(request, moment, token), ct);

    private async Task<CommitFundResponse> CommitAsync(CommitFundRequest request, Moment moment, CancellationToken ct)
    {
        var fund = await db.FundToChangeAsync(request.FundId, request.Etag, ct);
        var entry = fund.Commit(moment.Act(request.AmountCents, request.CommittedDate, request.Subject, request.Reason));
        db.Publish(FundEvents.Changed(fund, moment.Now), fund.Id.ToString("D"));
        return new CommitFundResponse { Entry = entry.ToProto() };
    }
}

internal sealed class CommitFundValidator : AbstractValidator<CommitFundRequest>
{
    public CommitFundValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.FundId).IsUuid();
        RuleFor(r => r.AmountCents).IsAmount();
        RuleFor(r => r.CommittedDate).IsDay();
        RuleFor(r => r.Subject).IsLine(FundFieldRules.MostLineCharacters);
        RuleFor(r => r.Reason).IsLineOrEmpty(FundFieldRules.MostLineCharacters);
    }
}
