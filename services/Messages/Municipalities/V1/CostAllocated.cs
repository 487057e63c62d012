namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// A cost was shared out over municipalities, or an earlier sharing was taken back by its mirror image (a credit), whose amounts
/// are negative. Aggregate: the cost allocation.
/// </summary>
[ReadBy("reporting")]
public sealed record CostAllocated
{
    /// <summary>Id of the cost allocation (UUIDv7).</summary>
    public required Guid CostAllocationId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>What the cost is, for people; holds no personal data.</summary>
    public required string Subject { get; init; }

    /// <summary>Purpose of the allocation key.</summary>
    public required string Purpose { get; init; }

    /// <summary>Id of the allocation key that was used.</summary>
    public required Guid AllocationKeyId { get; init; }

    /// <summary>The whole amount, in eurocents; negative for a credit and for nothing else.</summary>
    public required long AmountCents { get; init; }

    /// <summary>Sum of the percentages of all who share, by which it was shared out; 0 in events from before this field was there.</summary>
    public decimal PercentageSum { get; init; }

    /// <summary>One share for each municipality; they add up to <see cref="AmountCents"/>.</summary>
    public required IReadOnlyList<CostShare> Shares { get; init; }

    /// <summary>
    /// Id of the cost allocation that this credit takes back; null when it is no credit. Credits from before this field was there
    /// have none: those are known by their negative amount.
    /// </summary>
    public Guid? CreditsId { get; init; }
}

/// <summary>What one municipality bears.</summary>
public sealed record CostShare
{
    /// <summary>CBS code.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>Part of the amount, in eurocents.</summary>
    public required long AmountCents { get; init; }
}
