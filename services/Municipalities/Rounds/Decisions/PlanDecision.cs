using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Rounds.Decisions;

/// <summary>Records the meeting in which a body will decide.</summary>
internal sealed class PlanDecision(RoundChanges rounds, RegisterCache register)
{
    public async Task<PlanDecisionResponse> RunAsync(PlanDecisionRequest request, Caller caller, CancellationToken ct)
    {
        BodyId.Parse(request.BodyId)!.NameIn(await register.GetAsync(ct), caller);
        return await rounds.RunAsync(
            request,
            caller.Subject,
            new RoundTarget(request.RequestId, request.RoundId, IdField: "round_id"),
            (round, _) =>
            {
                round.PlanDecision(request.BodyId, request.PlannedDate?.ToDateOnly());
                return new PlanDecisionResponse { BodyId = request.BodyId, PlannedDate = request.PlannedDate };
            },
            ct);
    }
}

internal sealed class PlanDecisionValidator : AbstractValidator<PlanDecisionRequest>
{
    public PlanDecisionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.RoundId).IsUuid();
        RuleFor(r => r.BodyId).IsBodyId();
        RuleFor(r => r.PlannedDate).Must(date => date is null || IsDay(date)).WithMessage("Give an existing day, or leave it out when nothing is planned.");
    }

    private static bool IsDay(Common.V1.Date date) =>
        date.TryToDateOnly(out var day) && day >= RequestRules.EarliestDay && day <= RequestRules.LatestDay;
}
