namespace Regio.Municipalities.Rounds;

/// <summary>What was decided; the numbers are those of the messages.</summary>
internal enum DecisionOutcome
{
    Adopted = 1,
    AdoptedWithRemarks = 2,
    AdoptedWithChanges = 3,
    AdoptedWithConditions = 4,
    Rejected = 5,
    Deferred = 6,
    Reversed = 7,
}

/// <summary>On what ground a permission is refused; the numbers are those of the messages.</summary>
internal enum RefusalGround
{
    ConflictWithLaw = 1,
    GeneralInterest = 2,
}

/// <summary>What the steering body makes of a decision; the numbers are those of the messages.</summary>
internal enum Ruling
{
    ConditionsMet = 1,
    AskAgain = 2,
    TakeIntoNextVersion = 3,
}

/// <summary>A decision as it was taken.</summary>
internal sealed record DecisionFacts
{
    public required string BodyId { get; init; }

    public required string StepCode { get; init; }

    public required DecisionOutcome Outcome { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required string LiteralText { get; init; }

    /// <summary>Hash of the text decided on; empty when none was named.</summary>
    public string ContentHash { get; init; } = "";

    public RefusalGround? RefusalGround { get; init; }

    public DateOnly? DeferredUntil { get; init; }

    public string BlockedStep { get; init; } = "";

    /// <summary>Why whoever decided was not entitled to; empty when it was.</summary>
    public string WithoutMandate { get; init; } = "";
}

/// <summary>A decision of a body, kept as it was taken; only what the region makes of it can change.</summary>
internal sealed class RoundDecision
{
    public required int Number { get; init; }

    public required string BodyId { get; init; }

    public required string StepCode { get; init; }

    public required DecisionOutcome Outcome { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required string LiteralText { get; init; }

    public required string ContentHash { get; init; }

    /// <summary>The version with that text; null when no version has it.</summary>
    public int? VersionNumber { get; init; }

    public RefusalGround? RefusalGround { get; init; }

    public DateOnly? DeferredUntil { get; init; }

    public required string BlockedStep { get; init; }

    public required string WithoutMandate { get; init; }

    /// <summary>Codes of the rules by which it has no effect at all; it does not take the place of an earlier decision.</summary>
    public required List<string> Flags { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>Whether it counts now, for the current version.</summary>
    public bool Counts { get; set; }

    public Ruling? Ruling { get; private set; }

    public string RulingReason { get; private set; } = "";

    public DateOnly? RuledOn { get; private set; }

    public bool HasEffect => Flags.Count == 0;

    /// <summary>The decision without the ruling that came after a day.</summary>
    public RoundDecision AsOf(DateOnly day)
    {
        if (!(RuledOn > day))
            return this;
        var then = (RoundDecision)MemberwiseClone();
        (then.Ruling, then.RulingReason, then.RuledOn) = (null, "", null);
        return then;
    }

    public void Rule(Ruling ruling, string reason, DateOnly on)
    {
        Ruling = ruling;
        RulingReason = reason;
        RuledOn = on;
    }
}
