namespace Regio.Municipalities.Rounds;

/// <summary>What a round is about; the numbers are those of the messages.</summary>
internal enum RoundKind
{
    RegionalVision = 1,
    JointArrangement = 2,
    Gate = 3,
    Letter = 4,
}

/// <summary>What a step asks of its bodies; the numbers are those of the messages.</summary>
internal enum StepAct
{
    Adopt = 1,
    Agree = 2,

    /// <summary>Permission of a council to its college, refusable only for conflict with law or general interest (Wgr article 1).</summary>
    Permit = 3,
    Answer = 4,
}

/// <summary>A step of the adoption: who must do what, and how many of them.</summary>
internal sealed record DecisionStep
{
    /// <summary>Place in the order of the steps, from 1.</summary>
    public required int Position { get; init; }

    public required string Code { get; init; }

    /// <summary>What it is called, in Dutch.</summary>
    public required string Title { get; init; }

    public required BodyKinds BodyKinds { get; init; }

    public required StepAct Act { get; init; }

    /// <summary>How many bodies must. In a policy 0 stands for all; in a round it is always at least 1.</summary>
    public required int Required { get; init; }

    /// <summary>Whether a decision with conditions counts, as in a gate, where a condition blocks only the step that it names.</summary>
    public bool ConditionsCount { get; init; }
}

/// <summary>How a round goes. Thresholds are settings; these are what law and habit make them today.</summary>
internal sealed record RoundPolicy(bool PublicComment, BodyKinds ViewsOf, IReadOnlyList<DecisionStep> Steps)
{
    private const BodyKinds SteeringAndExecutives = BodyKinds.SteeringBody | BodyKinds.Executive;

    /// <summary>The usual policy of a kind of round.</summary>
    public static RoundPolicy Usual(RoundKind kind) => kind switch
    {
        // Youth Act article 2.18 as in the bill: every council adopts. Views of advisory councils, colleges and councils: council
        // proposal of Aa en Hunze for 2026-06-11, "Communicatie en participatie".
        RoundKind.RegionalVision => new(true, BodyKinds.Council | BodyKinds.Executive | BodyKinds.AdvisoryCouncil,
            [Step(1, "adoption", "vaststelling door de raden", BodyKinds.Council, StepAct.Adopt)]),

        // Wgr article 1: a college joins with the permission of its council, after the councils' views on the draft.
        RoundKind.JointArrangement => new(false, BodyKinds.Council,
        [
            Step(1, "decision", "besluit van de colleges", BodyKinds.Executive, StepAct.Agree),
            Step(2, "permission", "toestemming van de raden", BodyKinds.Council, StepAct.Permit),
            Step(3, "adoption", "vaststelling door de colleges", BodyKinds.Executive, StepAct.Adopt),
        ]),

        // Letter 20240411.001: at each gate the ABO and the twelve colleges.
        RoundKind.Gate => new(false, BodyKinds.None,
            [Step(1, "gate", "go of no-go", SteeringAndExecutives, StepAct.Answer) with { ConditionsCount = true }]),
        RoundKind.Letter => new(false, BodyKinds.None, [Step(1, "reply", "antwoord van de colleges", BodyKinds.Executive, StepAct.Answer)]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind of round has its usual policy."),
    };

    private static DecisionStep Step(int position, string code, string title, BodyKinds kinds, StepAct act) =>
        new() { Position = position, Code = code, Title = title, BodyKinds = kinds, Act = act, Required = 0 };
}
