namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// Memberships of a municipality that a change made or ended, those for one product group or for running or new care included.
/// Where only whole municipalities matter, MunicipalityRecorded of the same version says all. Aggregate: the municipality.
/// </summary>
[ReadBy("reporting")]
public sealed record MembershipChanged
{
    /// <summary>CBS code, such as GM0106.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The memberships as they are now: first those that ended.</summary>
    public required IReadOnlyList<ChangedMembership> Memberships { get; init; }
}

/// <summary>A membership that a change made or ended.</summary>
public sealed record ChangedMembership
{
    /// <summary>Code of the region, such as ZD.</summary>
    public required string RegionId { get; init; }

    /// <summary>procurement, youth-care or province.</summary>
    public required string RegionKind { get; init; }

    /// <summary>Code of the product group that it holds for; empty: all.</summary>
    public required string ProductGroup { get; init; }

    /// <summary>all, running or new.</summary>
    public required string Care { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day; null while open.</summary>
    public required DateOnly? ValidUntil { get; init; }
}
