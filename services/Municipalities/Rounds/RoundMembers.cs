namespace Regio.Municipalities.Rounds;

/// <summary>The bodies of a round that take part on a day, with those whose place they took and those that took theirs.</summary>
/// <param name="All">Every body that ever took part.</param>
/// <param name="Day">The day; null: now.</param>
internal sealed record RoundMembers(IReadOnlyCollection<RoundBody> All, DateOnly? Day)
{
    public IEnumerable<RoundBody> In(DecisionStep step) =>
        All.Where(b => step.BodyKinds.HasFlag(b.Kind) && b.TakesPart(Day)).OrderBy(b => b.Rank);

    /// <summary>
    /// How many of those that take part a step needs: all of them where it needed all at the drafting, else the number that was
    /// set, and never more than there are.
    /// </summary>
    public int RequiredIn(DecisionStep step)
    {
        var there = In(step).Count();
        var drafted = All.Count(b => step.BodyKinds.HasFlag(b.Kind) && b.FromOn is null);
        return Math.Max(1, step.Required >= drafted ? there : Math.Min(step.Required, there));
    }

    /// <summary>The bodies whose place a body took when it began. One that was there already goes on with what it did itself.</summary>
    public IEnumerable<RoundBody> Before(RoundBody body) =>
        body.FromOn is null ? [] : All.Where(b => b.SuccessorBodyId == body.BodyId && b.EndedOn == body.FromOn);

    public RoundBody? After(RoundBody body) => All.FirstOrDefault(b => b.BodyId == body.SuccessorBodyId);
}

/// <summary>The last decision with effect on a version, by body and step.</summary>
internal sealed class LastingDecisions(RoundMembers members, IEnumerable<RoundDecision> decisions, int version)
{
    private readonly ILookup<(string Step, string Body), RoundDecision> _decisions = decisions
        .Where(d => d.HasEffect && d.VersionNumber == version)
        .OrderBy(d => d.DecidedOn).ThenBy(d => d.Number)
        .ToLookup(d => (d.StepCode, d.BodyId));

    public RoundMembers Members => members;

    /// <summary>What a body decided last while it was there, or what the body that took its place decided since.</summary>
    public RoundDecision? Of(DecisionStep step, RoundBody body) => Since(step, body) ?? Own(step, body).LastOrDefault(d => !(d.DecidedOn >= body.EndedOn));

    private RoundDecision? Since(DecisionStep step, RoundBody body) =>
        members.After(body) is { } heir ? Since(step, heir) ?? Own(step, heir).LastOrDefault(d => d.DecidedOn >= body.EndedOn) : null;

    private IEnumerable<RoundDecision> Own(DecisionStep step, RoundBody body) => _decisions[(step.Code, body.BodyId)];
}
