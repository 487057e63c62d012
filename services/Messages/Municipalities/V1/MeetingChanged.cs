namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// A meeting of a body of the region as it stands after a change: the newest replaces what was told before. The words of its
/// agenda and decisions stay with the publisher. Aggregate: the meeting.
/// </summary>
public sealed record MeetingChanged
{
    /// <summary>Id of the meeting (UUIDv7).</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the region, such as JHRD.</summary>
    public required string RegionId { get; init; }

    /// <summary>Id of the body, such as JHRD:ABO.</summary>
    public required string BodyId { get; init; }

    /// <summary>planned, held or cancelled.</summary>
    public required string State { get; init; }

    /// <summary>Day on which it was held, or for which it is planned.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>met, not-met or no-rule; empty until it was held.</summary>
    public required string Quorum { get; init; }

    /// <summary>How many items its agenda has.</summary>
    public required int Items { get; init; }

    /// <summary>On how many of these a decision is recorded.</summary>
    public required int DecidedItems { get; init; }
}
