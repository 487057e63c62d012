namespace Regio.Reporting.Projection;

/// <summary>A municipality as its last event tells it.</summary>
internal sealed record ProjectedMunicipality
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required int Rank { get; init; }

    /// <summary>First day of one that others went over into; null for one that was there before.</summary>
    public DateOnly? BeganOn { get; init; }

    /// <summary>First day on which it is no longer there; null while it is.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>CBS code of the municipality that it went over into; empty while it is there.</summary>
    public string SuccessorId { get; init; } = "";

    /// <summary>Version of the aggregate; an event with a lower one came late.</summary>
    public required long Version { get; init; }

    /// <summary>When that event happened; absent for one that was projected before this was kept.</summary>
    public required DateTimeOffset? OccurredAt { get; init; }
}

internal sealed record ProjectedYouthCount
{
    public required string MunicipalityId { get; init; }

    public required DateOnly ReferenceDate { get; init; }

    public required int Persons { get; init; }

    public required string AgeLabel { get; init; }

    public required string SourceTitle { get; init; }

    public required string SourcePlace { get; init; }
}

internal sealed record ProjectedMembership
{
    public required string MunicipalityId { get; init; }

    public required string RegionId { get; init; }

    public required string RegionName { get; init; }

    /// <summary>procurement, youth-care or province.</summary>
    public required string RegionKind { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidUntil { get; init; }
}

internal sealed record ProjectedKey
{
    public required Guid Id { get; init; }

    public required string Purpose { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidUntil { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset? OccurredAt { get; init; }

    public required string SourceTitle { get; init; }

    public required string SourcePlace { get; init; }
}

internal sealed record ProjectedKeyWeight
{
    public required Guid AllocationKeyId { get; init; }

    public required string MunicipalityId { get; init; }

    public required decimal Percentage { get; init; }
}

internal sealed record ProjectedAllocation
{
    public required Guid Id { get; init; }

    public required string Subject { get; init; }

    public required string Purpose { get; init; }

    public required Guid AllocationKeyId { get; init; }

    public required long AmountCents { get; init; }

    /// <summary>Sum of the percentages of all who share; null where the event did not tell.</summary>
    public decimal? PercentageSum { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required long Version { get; init; }
}

internal sealed record ProjectedShare
{
    public required Guid AllocationId { get; init; }

    public required string MunicipalityId { get; init; }

    public required long AmountCents { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>Running total of one municipality, so that a monitor never adds up all allocations.</summary>
internal sealed record MunicipalityTotal
{
    public required string MunicipalityId { get; init; }

    public required long AllocationCount { get; init; }

    public required decimal SumCents { get; init; }
}

/// <summary>
/// How many allocations one and the same set of municipalities shares. There are few such sets, and they answer in how
/// many allocations an area shares, whatever its members turn out to be.
/// </summary>
internal sealed record SharerSet
{
    /// <summary>Digest of the ids, since a long list is too long for a key.</summary>
    public required string Digest { get; init; }

    public required string[] MunicipalityIds { get; init; }

    public required long AllocationCount { get; init; }
}
