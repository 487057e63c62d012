namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// A meeting of the councils of a region, as it stands after a change: the newest replaces what was told before. Aggregate: the
/// meeting.
/// </summary>
public sealed record CouncilMeetingChanged
{
    /// <summary>Id of the meeting (UUIDv7).</summary>
    public required Guid CouncilMeetingId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the region, such as JHRD.</summary>
    public required string RegionId { get; init; }

    /// <summary>planned, held or cancelled.</summary>
    public required string State { get; init; }

    /// <summary>Planned day, and the day itself once it was held.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Decision round that it is about; null: none.</summary>
    public required Guid? RoundId { get; init; }

    /// <summary>How many councils are invited.</summary>
    public required int Invited { get; init; }

    /// <summary>How many of them said that they come.</summary>
    public required int Coming { get; init; }

    /// <summary>How many of them said that they do not.</summary>
    public required int StayingAway { get; init; }

    /// <summary>From how many somebody came; 0 until it was held.</summary>
    public required int Present { get; init; }
}
