namespace Regio.Reporting.Projection;

/// <summary>A claim of hours as its last event tells it.</summary>
internal sealed record ProjectedHourClaim
{
    public required Guid Id { get; init; }

    public required string MunicipalityId { get; init; }

    public required string Work { get; init; }

    /// <summary>First day of the calendar quarter in which was worked.</summary>
    public required DateOnly QuarterStart { get; init; }

    public required int Minutes { get; init; }

    public required long RateCents { get; init; }

    public required long AmountCents { get; init; }

    /// <summary>open, settled or cancelled.</summary>
    public required string State { get; init; }

    /// <summary>Null while it is not settled.</summary>
    public required Guid? FundId { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>A fund as its last event tells it.</summary>
internal sealed record ProjectedFund
{
    public required Guid Id { get; init; }

    public required string RegionId { get; init; }

    /// <summary>earmarked-grant, transformation, jenn, pok or budget-line.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>CBS code of who coordinates it; empty: nobody in particular.</summary>
    public required string MunicipalityId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day; null: no end.</summary>
    public required DateOnly? ValidUntil { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>Something that happened to a fund.</summary>
internal sealed record ProjectedFundMovement
{
    public required Guid FundId { get; init; }

    /// <summary>Number within the fund, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>granted, committed, released, spent or repaid.</summary>
    public required string Kind { get; init; }

    public required DateOnly HappenedOn { get; init; }

    /// <summary>In eurocents; below zero for a grant that was lowered.</summary>
    public required long AmountCents { get; init; }
}
