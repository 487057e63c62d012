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
    /// <summary>The decisions that it stands on: its own, or those of the bodies whose place it took.</summary>
    public IReadOnlyList<RoundDecision> Grounds { get; init; } = Decision is null ? [] : [Decision];

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
    /// <summary>How many must: all that take part where all had to, else never more than take part.</summary>
    public int Required { get; init; } = Step.Required;

    public int Counting => Bodies.Count(b => b.Verdict == Verdict.Counts);

    public int Refusing => Bodies.Count(b => b.Verdict == Verdict.Refuses);

    public bool IsReached => Counting >= Required;

    public bool IsOutOfReach => StillPossible < Required;

    /// <summary>What one refusal more would mean.</summary>
    public RefusalEffect IfRefused => StillPossible - 1 < Required ? RefusalEffect.OutOfReach : RefusalEffect.StaysInReach;

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

    /// <summary>The decisions that count.</summary>
    public IEnumerable<RoundDecision> Counting =>
        Steps.SelectMany(s => s.Bodies).Where(b => b.Verdict == Verdict.Counts).SelectMany(b => b.Grounds);

    public static Standing Of(IEnumerable<DecisionStep> steps, RoundMembers members, IEnumerable<RoundDecision> decisions, int version)
    {
        var lasting = new LastingDecisions(members, decisions, version);
        var standing = new List<StepStanding>();
        foreach (var step in steps.OrderBy(s => s.Position))
        {
            var before = standing.LastOrDefault();
            standing.Add(new StepStanding(step, [.. members.In(step).Select(b => Of(step, b, lasting, before))]) { Required = members.RequiredIn(step) });
        }

        return new Standing(standing);
    }

    /// <summary>Whether a municipality has done what a step asks of it, so that the next step is open to it.</summary>
    public static bool IsDone(StepStanding? step, string? municipalityId) =>
        step is null || step.Bodies.Where(b => b.Body.MunicipalityId == municipalityId).All(b => b.Verdict == Verdict.Counts);

    private static BodyStanding Of(DecisionStep step, RoundBody body, LastingDecisions lasting, StepStanding? before)
    {
        var standing = Judge(step, body, lasting);
        return standing.Verdict == Verdict.Counts && !IsDone(before, body.MunicipalityId) ? standing with { Verdict = Verdict.Owed } : standing;
    }

    /// <summary>
    /// What a body decided itself, or else what those decided whose place it took, as far as they said the same: rights and
    /// duties go over with the municipality (Wet algemene regels herindeling article 44). Where they differ it owes a decision.
    /// </summary>
    private static BodyStanding Judge(DecisionStep step, RoundBody body, LastingDecisions lasting)
    {
        if (lasting.Of(step, body) is { } own)
            return new BodyStanding(body, own, Of(step, own));
        var before = lasting.Members.Before(body).Select(b => Judge(step, b, lasting)).ToList();
        var verdict = before.Count > 0 ? before[0].Verdict : Verdict.Owed;
        var agree = before.Count == 1 || (verdict is Verdict.Counts or Verdict.Refuses && before.TrueForAll(b => b.Verdict == verdict));
        if (!agree)
            return new BodyStanding(body, null, Verdict.Owed);
        var grounds = before.SelectMany(b => b.Grounds).ToList();
        return new BodyStanding(body, grounds.OrderBy(d => d.DecidedOn).ThenBy(d => d.Number).LastOrDefault(), verdict) { Grounds = grounds };
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
