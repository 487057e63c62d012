namespace Regio.Municipalities.Rounds;

/// <summary>What is to be followed up; the numbers are those of the messages.</summary>
internal enum FollowUpKind
{
    Motion = 1,
    Pledge = 2,
    CarriedRemark = 3,
}

/// <summary>What a follow-up asks.</summary>
internal sealed record FollowUpFacts(FollowUpKind Kind, string Text, string OwnerBodyId, DateOnly? DueOn);

/// <summary>A motion, a pledge or a remark carried into the implementation: numbered, with an owner, until it is done.</summary>
internal sealed class FollowUp
{
    public required int Number { get; init; }

    public required FollowUpKind Kind { get; init; }

    public required string Text { get; init; }

    public required string OwnerBodyId { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>Number of the decision, or of the view for a carried remark.</summary>
    public required int SourceNumber { get; init; }

    public DateOnly? DoneOn { get; private set; }

    public string DoneNote { get; private set; } = "";

    /// <summary>No longer asked, since its remark was weighed otherwise.</summary>
    public bool Dropped { get; private set; }

    public bool IsOpen => DoneOn is null && !Dropped;

    public void Complete(DateOnly on, string note)
    {
        DoneOn = on;
        DoneNote = note;
    }

    public void Drop() => Dropped = true;
}
