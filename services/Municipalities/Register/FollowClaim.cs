using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Register;

/// <summary>Chooses which source is followed where sources contradict each other.</summary>
internal sealed class FollowClaim(MunicipalitiesDbContext db, Once once)
{
    public Task<FollowClaimResponse> RunAsync(FollowClaimRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => FollowAsync(request, moment, token), ct);

    private async Task<FollowClaimResponse> FollowAsync(FollowClaimRequest request, Moment moment, CancellationToken ct)
    {
        var topic = await db.ClaimsToChangeAsync(request.Topic, ct);
        (string, string)? source = request.Source is { } named ? (named.Title.Trim(), named.Place.Trim()) : null;
        var changed = Claim.Follow(topic, source, request.Reason.Trim(), request.PreviousReason.Trim(), moment.Now);
        // What is superseded goes first, so that it does not stand in the way of what takes its place.
        await db.SaveChangesAsync(ct);
        db.AddRange(changed);
        var now = topic.Where(claim => claim.SupersededAt is null).Concat(changed).OrderBy(claim => claim.LedgerKey, StringComparer.Ordinal);
        return new FollowClaimResponse { Claims = { now.Select(claim => claim.ToProto()) } };
    }
}

internal sealed class FollowClaimValidator : AbstractValidator<FollowClaimRequest>
{
    public FollowClaimValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Topic).NotEmpty().IsTopicOrEmpty();
        When(r => r.Source is not null, () => RuleFor(r => r.Source).IsNamedSource());
        RuleFor(r => r.Reason).IsLineOrEmpty(ClaimFieldRules.MostCharacters);
        RuleFor(r => r.PreviousReason).IsLineOrEmpty(ClaimFieldRules.MostCharacters);
    }
}
