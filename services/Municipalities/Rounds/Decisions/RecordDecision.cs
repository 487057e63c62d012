using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Rounds.Decisions;

/// <summary>Records what a body decided, and publishes the adoption that it completes or undoes in the same transaction.</summary>
internal sealed class RecordDecision(RoundChanges rounds, RegisterCache register)
{
    public async Task<RecordDecisionResponse> RunAsync(RecordDecisionRequest request, Caller caller, CancellationToken ct)
    {
        BodyId.Parse(request.BodyId)!.NameIn(await register.GetAsync(ct), caller);
        return await rounds.RunAsync(
            request,
            caller.Subject,
            new RoundTarget(request.RequestId, request.RoundId, IdField: "round_id"),
            (round, moment) => new RecordDecisionResponse
            {
                Decision = round.RecordDecision(
                    request.ToDomain(), [.. request.FollowUps.Select(f => f.ToDomain(request.BodyId))], moment.Today, moment.By, moment.Now).ToProto(),
            },
            ct);
    }
}

internal sealed class RecordDecisionValidator : AbstractValidator<RecordDecisionRequest>
{
    private const int MostLineCharacters = 200;

    public RecordDecisionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.RoundId).IsUuid();
        RuleFor(r => r.BodyId).IsBodyId();
        RuleFor(r => r.Outcome).IsInEnum().NotEqual(V1.DecisionOutcome.Unspecified);
        RuleFor(r => r.DecidedDate).IsDay();
        RuleFor(r => r.LiteralText).IsText();
        // What was decided is recorded even when nobody can say on which text; then it has no effect.
        RuleFor(r => r.ContentHash).IsContentHash().When(r => r.ContentHash.Length > 0);
        RuleFor(r => r.RefusalGround).IsInEnum();
        RuleFor(r => r.DeferredUntil).IsDayOrAbsent();
        RuleFor(r => r.BlockedStep).IsLineOrEmpty(MostLineCharacters);
        RuleFor(r => r.WithoutMandate).IsLineOrEmpty(MostLineCharacters);
        RuleFor(r => r.FollowUps).Must(f => f.Count <= RoundRequestRules.MostFollowUps).WithMessage($"Give at most {RoundRequestRules.MostFollowUps} follow-ups.");
        RuleForEach(r => r.FollowUps).SetValidator(new FollowUpValidator());
    }
}

internal sealed class FollowUpValidator : AbstractValidator<V1.FollowUp>
{
    public FollowUpValidator()
    {
        RuleFor(f => f.Kind).Must(kind => kind is V1.FollowUpKind.Motion or V1.FollowUpKind.Pledge).WithMessage("A decision brings motions and pledges.");
        RuleFor(f => f.Text).IsText();
        RuleFor(f => f.OwnerBodyId).IsBodyId().When(f => f.OwnerBodyId.Length > 0);
        RuleFor(f => f.DueDate).IsDayOrAbsent();
    }
}
