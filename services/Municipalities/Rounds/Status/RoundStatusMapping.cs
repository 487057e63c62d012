using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds.Status;

/// <summary>From a round to the messages about where it stands.</summary>
internal static class RoundStatusMapping
{
    public static V1.RoundStatus ToStatus(this Round round, DateOnly today)
    {
        var views = round.Views.Where(v => v.VersionNumber == round.VersionNumber).ToList();
        var remarks = views.SelectMany(v => v.Remarks).ToList();
        return new V1.RoundStatus
        {
            Round = round.ToProto(),
            Summary = RoundSummary.Of(round),
            Steps = { round.Standing().Steps.Select(ToProto) },
            Owed = { round.Duties.OrderBy(d => d.DueOn).ThenBy(d => d.BodyId, StringComparer.Ordinal).Select(d => d.ToProto(round.Id, round.Subject, today)) },
            Withheld = { round.Decisions.Where(d => !d.HasEffect).Select(ToWithheld), round.Views.Where(v => v.Flags.Count > 0).Select(ToWithheld) },
            SilentBodyIds = { views.Where(v => v.State == ViewState.Silent).Select(v => v.BodyId) },
            Remarks = remarks.Count,
            RemarksWeighed = remarks.Count(r => r.Weighing is not null),
            BlockedSteps = { round.Decisions.Where(d => d.Counts && d.BlockedStep.Length > 0).Select(d => d.BlockedStep).Distinct() },
            StartedAtOwnRisk = round.Decisions.Any(d => d.StepCode == Round.OwnRiskCode),
        };
    }

    public static V1.Duty ToProto(this Duty duty, Guid roundId, string subject, DateOnly today) => new()
    {
        RoundId = roundId.ToString("D"),
        RoundSubject = subject,
        Kind = (V1.DutyKind)duty.Kind,
        BodyId = duty.BodyId,
        BodyName = duty.BodyName,
        MunicipalityId = duty.MunicipalityId ?? "",
        Code = duty.Code,
        DueDate = duty.DueOn == Duty.NoDate ? null : duty.DueOn.ToProto(),
        PlannedDate = duty.PlannedOn?.ToProto(),
        DaysOverdue = Math.Max(0, today.DayNumber - duty.DueOn.DayNumber),
        IfRefused = (V1.RefusalEffect)duty.IfRefused.GetValueOrDefault(),
    };

    private static V1.StepStanding ToProto(StepStanding step) => new()
    {
        Code = step.Step.Code,
        Title = step.Step.Title,
        Required = step.Required,
        Counting = step.Counting,
        Refusing = step.Refusing,
        Reached = step.IsReached,
        OutOfReach = step.IsOutOfReach,
        Bodies = { step.Bodies.Select(ToProto) },
    };

    private static V1.BodyStanding ToProto(BodyStanding body) => new()
    {
        BodyId = body.Body.BodyId,
        BodyName = body.Body.Name,
        Verdict = (V1.Verdict)body.Verdict,
        DecisionNumber = body.Decision?.Number ?? 0,
        DecidedDate = body.Decision?.DecidedOn.ToProto(),
        InheritedFromBodyIds = { body.Grounds.Select(d => d.BodyId).Where(id => id != body.Body.BodyId).Distinct().Order(StringComparer.Ordinal) },
    };

    private static V1.WithheldFact ToWithheld(RoundDecision decision) => new()
    {
        Fact = "decision",
        Number = decision.Number,
        BodyId = decision.BodyId,
        Rules = { decision.Flags },
        Explanation = RoundFlags.Explain(decision.Flags),
    };

    private static V1.WithheldFact ToWithheld(RoundView view) => new()
    {
        Fact = "view",
        Number = view.Number,
        BodyId = view.BodyId ?? "",
        Rules = { view.Flags },
        Explanation = RoundFlags.Explain(view.Flags),
    };
}
