namespace Regio.Municipalities.Meetings;

/// <summary>Where a meeting stands; the numbers are those of the messages.</summary>
internal enum MeetingState
{
    Planned = 1,
    Held = 2,
    Cancelled = 3,
}

/// <summary>Whether enough were present; the numbers are those of the messages.</summary>
internal enum MeetingQuorum
{
    Met = 1,
    NotMet = 2,
    NoRule = 3,
}

/// <summary>What a meeting decided on an item; the numbers are those of the messages.</summary>
internal enum ItemOutcome
{
    Agreed = 1,
    AgreedWithChanges = 2,
    Rejected = 3,
    Deferred = 4,
    Noted = 5,
}

/// <summary>An item of the agenda.</summary>
internal sealed class AgendaItem
{
    public required int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>What the meeting needs to know.</summary>
    public required string Annotation { get; set; }

    public required string ProposedDecision { get; set; }
}

/// <summary>What a meeting decided on an item, in one version; it never changes.</summary>
internal sealed record ItemDecision
{
    public required Guid Id { get; init; }

    public required Guid MeetingId { get; init; }

    public required string BodyId { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required int ItemNumber { get; init; }

    /// <summary>Title of the item, which stays once the meeting was held.</summary>
    public required string Title { get; init; }

    public required int Version { get; init; }

    public required ItemOutcome Outcome { get; init; }

    public required string LiteralText { get; init; }

    /// <summary>Empty for the first version.</summary>
    public required string CorrectionReason { get; init; }

    /// <summary>False for what was decided without quorum.</summary>
    public required bool TakesEffect { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>What is recorded as decided on an item.</summary>
/// <param name="ItemNumber">The item.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="LiteralText">The literal text.</param>
/// <param name="CorrectionReason">Why an earlier version is corrected; empty for the first one.</param>
internal sealed record ItemDecisionFacts(int ItemNumber, ItemOutcome Outcome, string LiteralText, string CorrectionReason);
