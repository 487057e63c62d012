using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Rounds;

/// <summary>Drafts a round over the members that a region has on a day.</summary>
internal sealed class CreateRound(
    MunicipalitiesDbContext db, RegisterCache register, IdempotentRequests<MunicipalitiesDbContext> requests, TimeProvider time)
{
    public Task<CreateRoundResponse> RunAsync(CreateRoundRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(CreateRoundRequest.Descriptor.FullName, caller, request.RequestId, request, token => DraftAsync(request, caller, token), ct);

    private async Task<CreateRoundResponse> DraftAsync(CreateRoundRequest request, string caller, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        var region = snapshot.Region(request.RegionId, "region_id");
        var members = snapshot.MembershipsOn(AsOf.OrToday(request.AsOf, time)).Where(m => m.Membership.RegionId == region.Id).Select(m => m.Municipality);
        var kind = (RoundKind)request.Kind;
        var policy = request.Policy?.ToDomain() ?? RoundPolicy.Usual(kind);
        var now = time.StorableNow();
        var steering = BodyId.Of(BodyKinds.SteeringBody, region.Id).ToString();
        var identity = new RoundIdentity(kind, region.Id, steering, request.Subject.Trim(), request.Reference.Trim());

        var round = Round.Draft(Guid.CreateVersion7(now), identity, policy, RoundBodies.Of(region, members, policy), caller, now);
        // A round over the members of an earlier day follows what has happened since.
        var today = time.DutchToday();
        round.GoOver(await db.MergersAsync(round, today, ct), today);
        db.Add(round);
        foreach (var message in RoundEvents.Of(round, now))
            db.Publish(message, round.Id.ToString("D"));
        return new CreateRoundResponse { Round = round.ToProto() };
    }
}

internal sealed class CreateRoundValidator : AbstractValidator<CreateRoundRequest>
{
    public CreateRoundValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Kind).IsInEnum().NotEqual(V1.RoundKind.Unspecified);
        RuleFor(r => r.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(r => r.Subject).IsLine(RoundRequestRules.MostSubjectCharacters);
        RuleFor(r => r.Reference).IsLineOrEmpty(RoundRequestRules.MostReferenceCharacters);
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.Policy).SetValidator(new RoundPolicyValidator()!).When(r => r.Policy is not null);
    }
}
