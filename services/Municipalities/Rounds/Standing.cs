namespace Regio.Municipalities.Rounds;

/// <summary>How the decision of a body stands; the numbers are those of the messages.</summary>
internal enum Verdict
{
    Owed = 1,
    Counts = 2,
    Refuses = 3,
    Deferred = 4,
    AwaitsRuling = 5,
    DoesNotCount = 6,
}

/// <summary>One body in a step, with the decision that counts as its last.</summary>
internal sealed record BodyStanding(RoundBody Body, RoundDecision? Decision, Verdict Verdict)
{
    /// <summary>Whether another decision is expected of it.</summary>
    public bool OwesDecision =>
        Verdict is Verdict.Owed or Verdict.Deferred || (Verdict == Verdict.DoesNotCount && Decision?.Ruling == Ruling.AskAgain);

    /// <summary>Whether this version will not get its decision: it refused, or its changes go into the next version.</summary>
    public bool StandsInTheWay =>
        Verdict == Verdict.Refuses || (Verdict == Verdict.DoesNotCount && Decision?.Ruling == Ruling.TakeIntoNextVersion);
}

/// <summary>One step with all its bodies.</summary>
internal sealed record StepStanding(DecisionStep Step, IReadOnlyList<BodyStanding> Bodies)
{
    public int Counting => Bodies.Count(b => b.Verdict == Verdict.Counts);

    public int Refusing => Bodies.Count(b => b.Verdict == Verdict.Refuses);

    public bool IsReached => Counting >= Step.Required;

    public bool IsOutOfReach => StillPossible < Step.Required;

    /// <summary>What one refusal more would mean.</summary>
    public RefusalEffect IfRefused => StillPossible - 1 < Step.Required ? RefusalEffect.OutOfReach : RefusalEffect.StaysInReach;

    private int StillPossible => Bodies.Count(b => !b.StandsInTheWay);
}

/// <summary>
/// Where the adoption of a version stands: for each body and step the last decision with effect on that version.
/// In a step after the first a decision counts only while the same municipality's decision in the step before counts.
/// </summary>
internal sealed record Standing(IReadOnlyList<StepStanding> Steps)
{
    public bool IsAdopted => Steps.All(s => s.IsReached);

    public bool IsOutOfReach => Steps.Any(s => s.IsOutOfReach);

    public RoundState State => IsAdopted ? RoundState.Adopted : IsOutOfReach ? RoundState.NotAdopted : RoundState.ToAdopt;

    public static Standing Of(
        IEnumerable<DecisionStep> steps, IReadOnlyCollection<RoundBody> bodies, IReadOnlyCollection<RoundDecision> decisions, int version)
    {
        var last = decisions
            .Where(d => d.HasEffect && d.VersionNumber == version)
            .GroupBy(d => (d.StepCode, d.BodyId))
            .ToDictionary(same => same.Key, same => same.OrderBy(d => d.DecidedOn).ThenBy(d => d.Number).Last());
        var standing = new List<StepStanding>();
        foreach (var step in steps.OrderBy(s => s.Position))
        {
            var before = standing.LastOrDefault();
            standing.Add(new StepStanding(step,
            [
                .. bodies.Where(b => step.BodyKinds.HasFlag(b.Kind)).OrderBy(b => b.Rank)
                    .Select(b => Of(step, b, last.GetValueOrDefault((step.Code, b.BodyId)), before)),
            ]));
        }

        return new Standing(standing);
    }

    /// <summary>Whether a municipality has done what a step asks of it, so that the next step is open to it.</summary>
    public static bool IsDone(StepStanding? step, string? municipalityId) =>
        step is null || step.Bodies.Where(b => b.Body.MunicipalityId == municipalityId).All(b => b.Verdict == Verdict.Counts);

    private static BodyStanding Of(DecisionStep step, RoundBody body, RoundDecision? decision, StepStanding? before)
    {
        var verdict = decision is null ? Verdict.Owed : Of(step, decision);
        if (verdict == Verdict.Counts && !IsDone(before, body.MunicipalityId))
            verdict = Verdict.Owed;
        return new BodyStanding(body, decision, verdict);
    }

    private static Verdict Of(DecisionStep step, RoundDecision decision) => decision.Outcome switch
    {
        DecisionOutcome.Adopted or DecisionOutcome.AdoptedWithRemarks => Verdict.Counts,
        DecisionOutcome.AdoptedWithConditions when step.ConditionsCount || decision.Ruling == Ruling.ConditionsMet => Verdict.Counts,
        DecisionOutcome.AdoptedWithConditions or DecisionOutcome.AdoptedWithChanges =>
            decision.Ruling is null ? Verdict.AwaitsRuling : Verdict.DoesNotCount,
        DecisionOutcome.Rejected => Verdict.Refuses,
        DecisionOutcome.Deferred => Verdict.Deferred,
        _ => Verdict.Owed,
    };
}
