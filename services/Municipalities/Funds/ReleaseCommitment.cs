using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Funds;

/// <summary>Records that part of a commitment is no longer needed.</summary>
internal sealed class ReleaseCommitment(MunicipalitiesDbContext db, Once once)
{
    public Task<ReleaseCommitmentResponse> RunAsync(ReleaseCommitmentRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => ReleaseAsync(request, moment, token), ct);

    private async Task<ReleaseCommitmentResponse> ReleaseAsync(ReleaseCommitmentRequest request, Moment moment, CancellationToken ct)
    {
        var act = moment.Act(request.AmountCents, request.ReleasedDate, subject: "", request.Reason);
        RecordedFact.RefuseFuture(act.On, moment.Today, "released_date");
        var fund = await db.FundToChangeAsync(request.FundId, request.Etag, ct);
        var entry = fund.Release(request.CommitmentNumber, act);
        db.Publish(FundEvents.Changed(fund, moment.Now), fund.Id.ToString("D"));
        return new ReleaseCommitmentResponse { Entry = entry.ToProto() };
    }
}

internal sealed class ReleaseCommitmentValidator : AbstractValidator<ReleaseCommitmentRequest>
{
    public ReleaseCommitmentValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.FundId).IsUuid();
        RuleFor(r => r.CommitmentNumber).GreaterThan(0);
        RuleFor(r => r.AmountCents).IsAmount();
        RuleFor(r => r.ReleasedDate).IsDay();
        RuleFor(r => r.Reason).IsLine(FundFieldRules.MostLineCharacters);
    }
}
