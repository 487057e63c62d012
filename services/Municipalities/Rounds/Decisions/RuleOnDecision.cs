using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds.Decisions;

/// <summary>Records what the steering body makes of a decision with changes or conditions.</summary>
internal sealed class RuleOnDecision(RoundChanges rounds)
{
    public Task<RuleOnDecisionResponse> RunAsync(RuleOnDecisionRequest request, string caller, CancellationToken ct) => rounds.RunAsync(
        request,
        caller,
        new RoundTarget(request.RequestId, request.RoundId, request.Etag, "round_id"),
        (round, moment) => new RuleOnDecisionResponse
        {
            Decision = round.RuleOnDecision(
                request.DecisionNumber,
                new RulingFacts((Ruling)request.Ruling, request.RulingBodyId, request.RuledDate.ToDateOnly(), request.Reason.Trim()),
                moment.Today).ToProto(),
        },
        ct);
}

internal sealed class RuleOnDecisionValidator : AbstractValidator<RuleOnDecisionRequest>
{
    public RuleOnDecisionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.RoundId).IsUuid();
        RuleFor(r => r.DecisionNumber).GreaterThan(0);
        RuleFor(r => r.Ruling).IsInEnum().NotEqual(V1.Ruling.Unspecified);
        RuleFor(r => r.RulingBodyId).IsBodyId();
        RuleFor(r => r.RuledDate).IsDay();
        RuleFor(r => r.Reason).IsText();
    }
}
