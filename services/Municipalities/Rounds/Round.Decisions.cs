using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Rounds;

/// <summary>What the steering body makes of a decision.</summary>
internal sealed record RulingFacts(Ruling Ruling, string BodyId, DateOnly RuledOn, string Reason);

/// <content>What bodies decided. Recording a decision is never refused; flags say why one has no effect.</content>
internal sealed partial class Round
{
    public void PlanDecision(string bodyId, DateOnly? on)
    {
        Body(bodyId, "body_id").Plan(on);
        Settle();
    }

    public RoundDecision RecordDecision(DecisionFacts facts, IReadOnlyList<FollowUpFacts> followUps, DateOnly today, string by, DateTimeOffset now)
    {
        RecordedFact.RefuseFuture(facts.DecidedOn, today, "decided_date");
        var step = StepOf(facts);
        var (version, textFlag) = VersionOf(facts);
        var decision = new RoundDecision
        {
            Number = _decisions.Count + 1,
            BodyId = facts.BodyId,
            StepCode = step.Code,
            Outcome = facts.Outcome,
            DecidedOn = facts.DecidedOn,
            LiteralText = facts.LiteralText,
            ContentHash = facts.ContentHash,
            VersionNumber = version,
            RefusalGround = facts.RefusalGround,
            DeferredUntil = facts.DeferredUntil,
            BlockedStep = facts.BlockedStep,
            WithoutMandate = facts.WithoutMandate,
            Flags = [.. FlagsOf(facts, step).Append(textFlag).OfType<Rule>().Select(rule => rule.Code)],
            RecordedAt = now,
            RecordedBy = by,
        };
        _decisions.Add(decision);
        foreach (var asked in followUps)
            AddFollowUp(asked, decision.Number, owner: null);
        Settle();
        return decision;
    }

    public RoundDecision RuleOnDecision(int number, RulingFacts facts, DateOnly today)
    {
        var decision = _decisions.Find(d => d.Number == number) ?? throw new DomainException(RoundRules.DecisionUnknown, "decision_number");
        RequireSteering(facts.BodyId, "ruling_body_id");
        RecordedFact.RefuseFuture(facts.RuledOn, today, "ruled_date");
        if (!Standing().Steps.Any(s => s.Bodies.Any(b => b.Decision == decision && b.Verdict == Verdict.AwaitsRuling)))
            throw new DomainException(RoundRules.RulingNotAsked, "decision_number");
        if (decision.Outcome == DecisionOutcome.AdoptedWithChanges && facts.Ruling == Ruling.ConditionsMet)
            throw new DomainException(RoundRules.RulingNotForChanges, "ruling");
        decision.Rule(facts.Ruling, facts.Reason, facts.RuledOn);
        Settle();
        return decision;
    }

    public FollowUp CompleteFollowUp(int number, DateOnly on, string note, DateOnly today)
    {
        var followUp = _followUps.Find(f => f.Number == number) ?? throw new DomainException(RoundRules.FollowUpUnknown, "number");
        RecordedFact.RefuseFuture(on, today, "done_date");
        if (!followUp.IsOpen)
            throw new DomainException(RoundRules.FollowUpDone, "number");
        followUp.Complete(on, note);
        Settle();
        return followUp;
    }

    /// <summary>The step that a decision is about: the one it names, or the last in which its body takes part.</summary>
    public DecisionStep StepOf(string code, string bodyId, string field)
    {
        var kind = FindBody(bodyId)?.Kind ?? BodyId.Parse(bodyId)?.Kind ?? BodyKinds.None;
        return code.Length > 0
            ? _steps.Find(s => s.Code == code) ?? throw new DomainException(RoundRules.StepUnknown, field, new Dictionary<string, string>
            {
                ["steps"] = string.Join(", ", _steps.Select(s => s.Code)),
            })
            : _steps.OrderBy(s => s.Position).LastOrDefault(s => s.BodyKinds.HasFlag(kind)) ?? _steps.OrderBy(s => s.Position).Last();
    }

    private DecisionStep StepOf(DecisionFacts facts) => StepOf(facts.StepCode, facts.BodyId, "step_code");

    private IEnumerable<Rule> FlagsOf(DecisionFacts facts, DecisionStep step)
    {
        var body = FindBody(facts.BodyId);
        if (body is null || !step.BodyKinds.HasFlag(body.Kind) || !body.TakesPart(facts.DecidedOn))
            yield return RoundFlags.BodyNotInRound;
        else if (!Rounds.Standing.IsDone(Standing().Steps.LastOrDefault(s => s.Step.Position < step.Position), body.MunicipalityId))
            yield return RoundFlags.StepNotOpen;
        if (step.Act == StepAct.Permit && facts is { Outcome: DecisionOutcome.Rejected, RefusalGround: null })
            yield return RoundFlags.RefusedWithoutGround;
        if (facts.WithoutMandate.Length > 0)
            yield return RoundFlags.WithoutMandate;
        if (State == RoundState.Withdrawn)
            yield return RoundFlags.RoundWithdrawn;
    }

    /// <summary>The version whose text was decided on, with the rule that takes its effect away where that is not the current definitive text.</summary>
    private (int? Version, Rule? Flag) VersionOf(DecisionFacts facts)
    {
        // Putting off and taking back are about whatever lies on the table, so they need not name a text.
        if (facts.ContentHash.Length == 0 && facts.Outcome is DecisionOutcome.Deferred or DecisionOutcome.Reversed)
            return (VersionNumber, null);
        var named = _texts.Where(t => t.ContentHash == facts.ContentHash).MaxBy(t => t.Definitive);
        return named switch
        {
            null => (null, RoundFlags.VoteOnUnknownText),
            { Definitive: false } => (named.VersionNumber, RoundFlags.VoteOnConcept),
            _ when named.VersionNumber != VersionNumber => (named.VersionNumber, RoundFlags.VoteOnOldVersion),
            _ => (named.VersionNumber, null),
        };
    }

    private FollowUp AddFollowUp(FollowUpFacts facts, int source, string? owner)
    {
        if (owner is not null)
            Body(facts.OwnerBodyId, owner);
        var followUp = new FollowUp
        {
            Number = _followUps.Count + 1,
            Kind = facts.Kind,
            Text = facts.Text,
            OwnerBodyId = facts.OwnerBodyId,
            DueOn = facts.DueOn,
            SourceNumber = source,
        };
        _followUps.Add(followUp);
        return followUp;
    }
}
