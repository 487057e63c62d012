namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// A fund as it stands after a change: the newest replaces what was told before. What an entry was for stays with the publisher.
/// Aggregate: the fund.
/// </summary>
[ReadBy("reporting")]
public sealed record FundChanged
{
    /// <summary>Id of the fund (UUIDv7).</summary>
    public required Guid FundId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the region, such as JHRD.</summary>
    public required string RegionId { get; init; }

    /// <summary>earmarked-grant, transformation, jenn, pok or budget-line.</summary>
    public required string Kind { get; init; }

    /// <summary>What the fund is called, for people; holds no personal data.</summary>
    public required string Name { get; init; }

    /// <summary>CBS code of the municipality that coordinates it; empty: none in particular.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>First day on which it can be spent.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day on which it can be spent; null: no end.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>All that happened to it, in the order in which it was recorded.</summary>
    public required IReadOnlyList<FundMovement> Movements { get; init; }
}

/// <summary>Something that happened to a fund.</summary>
public sealed record FundMovement
{
    /// <summary>Number within the fund, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>granted, committed, released (of what was committed), spent or repaid.</summary>
    public required string Kind { get; init; }

    /// <summary>The day on which it counts.</summary>
    public required DateOnly HappenedOn { get; init; }

    /// <summary>How much, in eurocents; below zero for a grant that was lowered and for nothing else.</summary>
    public required long AmountCents { get; init; }
}
