using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Register;

/// <summary>Records what a source says about something that sources contradict each other in.</summary>
internal sealed class RecordClaim(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordClaimResponse> RunAsync(RecordClaimRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request.Claim, moment, token), ct);

    private async Task<RecordClaimResponse> RecordAsync(V1.Claim asked, Moment moment, CancellationToken ct)
    {
        var claim = new Claim
        {
            Topic = asked.Topic,
            Statement = asked.Statement.Trim(),
            Value = asked.Value.Trim(),
            SourceTitle = asked.Source.Title.Trim(),
            SourcePlace = asked.Source.Place.Trim(),
            Followed = false,
            Reason = asked.Reason.Trim(),
            RecordedAt = moment.Now,
        };
        claim.JoinAmong(await db.ClaimsToChangeAsync(claim.Topic, ct));
        db.Add(claim);
        return new RecordClaimResponse { Claim = claim.ToProto() };
    }
}

internal sealed class RecordClaimValidator : AbstractValidator<RecordClaimRequest>
{
    public RecordClaimValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Claim).NotNull();
        When(r => r.Claim is not null, () =>
        {
            RuleFor(r => r.Claim.Topic).NotEmpty().IsTopicOrEmpty();
            RuleFor(r => r.Claim.Statement).IsLine(ClaimFieldRules.MostCharacters);
            RuleFor(r => r.Claim.Value).IsLine(ClaimFieldRules.MostCharacters);
            RuleFor(r => r.Claim.Source).IsNamedSource();
            RuleFor(r => r.Claim.Source.Place).NotEmpty().When(r => r.Claim.Source is not null);
            RuleFor(r => r.Claim.Reason).IsLine(ClaimFieldRules.MostCharacters);
            RuleFor(r => r.Claim.Followed).Equal(false).WithMessage("Leave it out: FollowClaim says which source is followed.");
        });
    }
}
