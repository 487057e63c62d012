using System.Globalization;

namespace Regio.Municipalities.Rounds;

/// <content>Who owes what by when, renewed at the end of every change.</content>
internal sealed partial class Round
{
    private void RenewDuties(Standing standing)
    {
        var owed = State == RoundState.Withdrawn ? [] : Owed(standing).ToList();
        _duties.RemoveAll(duty => !owed.Exists(duty.IsSameAs));
        foreach (var duty in owed)
        {
            if (_duties.Find(duty.IsSameAs) is { } known)
                known.TakeOver(duty);
            else
                _duties.Add(duty);
        }
    }

    private IEnumerable<Duty> Owed(Standing standing) => OwedViews().Concat(OwedDecisions(standing)).Concat(OwedRulings(standing)).Concat(OwedFollowUps());

    private IEnumerable<Duty> OwedViews()
    {
        if (State != RoundState.ViewsOpen)
            return [];
        return from view in _views
               where view.VersionNumber == VersionNumber && view.IsAwaited
               let body = FindBody(view.BodyId!)
               select Duty.Of(DutyKind.View, body, Number(view.Number), RegionId).Due(view.DueOn);
    }

    private IEnumerable<Duty> OwedDecisions(Standing standing)
    {
        if (State is not (RoundState.ToAdopt or RoundState.NotAdopted))
            yield break;
        StepStanding? before = null;
        foreach (var step in standing.Steps)
        {
            foreach (var body in step.Bodies.Where(b => b.OwesDecision && Rounds.Standing.IsDone(before, b.Body.MunicipalityId)))
            {
                var due = body.Decision is { Outcome: DecisionOutcome.Deferred, DeferredUntil: { } until } ? until : DecisionsDueOn ?? Duty.NoDate;
                yield return Duty.Of(DutyKind.Decision, body.Body, step.Step.Code, RegionId).Due(due, step.IfRefused);
            }

            before = step;
        }
    }

    private IEnumerable<Duty> OwedRulings(Standing standing)
    {
        if (State is not (RoundState.ToAdopt or RoundState.NotAdopted) || FindBody(SteeringBodyId) is not { } steering)
            return [];
        return from step in standing.Steps
               from body in step.Bodies
               where body.Verdict == Verdict.AwaitsRuling
               select Duty.Of(DutyKind.Ruling, steering, Number(body.Decision!.Number), RegionId).Due(DecisionsDueOn ?? Duty.NoDate);
    }

    private IEnumerable<Duty> OwedFollowUps() =>
        from followUp in _followUps
        where followUp.IsOpen
        let owner = OwnerNow(followUp)
        where owner is not null
        select Duty.Of(DutyKind.FollowUp, owner, Number(followUp.Number), RegionId).Due(followUp.DueOn ?? Duty.NoDate);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
