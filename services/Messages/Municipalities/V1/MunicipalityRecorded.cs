namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// A municipality as the register knows it, whole: later versions replace earlier ones.
/// Aggregate: the municipality.
/// </summary>
[ReadBy("reporting")]
public sealed record MunicipalityRecorded
{
    /// <summary>CBS code, such as GM0106.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Name in Dutch.</summary>
    public required string Name { get; init; }

    /// <summary>Place in the stored order of municipalities, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>Counts of young people, one for each reference date.</summary>
    public required IReadOnlyList<RecordedYouthCount> YouthCounts { get; init; }

    /// <summary>Memberships of regions, past and present.</summary>
    public required IReadOnlyList<RecordedMembership> Memberships { get; init; }

    /// <summary>First day of one that others went over into; null for one that was there before.</summary>
    public DateOnly? BeganOn { get; init; }

    /// <summary>First day on which it is no longer there; null while it is.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>CBS code of the municipality that it went over into; empty while it is there.</summary>
    public string SuccessorId { get; init; } = "";
}

/// <summary>A count of young people on a reference date.</summary>
public sealed record RecordedYouthCount
{
    /// <summary>The day that was counted.</summary>
    public required DateOnly ReferenceDate { get; init; }

    /// <summary>Number of persons.</summary>
    public required int Persons { get; init; }

    /// <summary>The age group as the source labels it; sources differ on whether 18-year-olds are included.</summary>
    public string AgeLabel { get; init; } = "";

    /// <summary>The document it is published in.</summary>
    public required string SourceTitle { get; init; }

    /// <summary>The place in that document.</summary>
    public required string SourcePlace { get; init; }
}

/// <summary>Membership of a region for a period.</summary>
public sealed record RecordedMembership
{
    /// <summary>Code of the region, such as ZD.</summary>
    public required string RegionId { get; init; }

    /// <summary>Name of the region in Dutch.</summary>
    public required string RegionName { get; init; }

    /// <summary>procurement, youth-care or province.</summary>
    public required string RegionKind { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day; null while open.</summary>
    public DateOnly? ValidUntil { get; init; }
}
