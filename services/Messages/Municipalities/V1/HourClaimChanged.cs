namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// A claim of hours as it stands after a change: the newest replaces what was told before. Who worked, and on which day, stays
/// with the publisher: that would be told about a person. Aggregate: the claim.
/// </summary>
[ReadBy("reporting")]
public sealed record HourClaimChanged
{
    /// <summary>Id of the claim (UUIDv7).</summary>
    public required Guid HourClaimId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>CBS code of the municipality that claims.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>Code of the work, such as envedder.</summary>
    public required string Work { get; init; }

    /// <summary>First day of the calendar quarter in which was worked.</summary>
    public required DateOnly QuarterStart { get; init; }

    /// <summary>Minutes worked.</summary>
    public required int Minutes { get; init; }

    /// <summary>What an hour costs, in eurocents.</summary>
    public required long RateCents { get; init; }

    /// <summary>What is claimed, in eurocents.</summary>
    public required long AmountCents { get; init; }

    /// <summary>open, settled (spent from a fund) or cancelled.</summary>
    public required string State { get; init; }

    /// <summary>Id of the fund that it was spent from; null while it is not settled.</summary>
    public required Guid? FundId { get; init; }
}
