namespace Regio.Messages.Procurement.V1;

/// <summary>A subsidy was asked for, decided, paid, accounted for or settled. Aggregate: the subsidy.</summary>
public sealed record SubsidyChanged
{
    /// <summary>Id of the subsidy (UUIDv7).</summary>
    public required Guid SubsidyId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Id of the provider.</summary>
    public required Guid ProviderId { get; init; }

    /// <summary>Who grants it: a region, or the CBS code of a municipality.</summary>
    public required string GrantorId { get; init; }

    /// <summary>applied, granted, accounted, settled, refused or withdrawn.</summary>
    public required string State { get; init; }

    /// <summary>First day of the activities.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day of the activities; null while open.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>What was asked for, in eurocents.</summary>
    public required long AskedCents { get; init; }

    /// <summary>What was granted, in eurocents; 0 as long as nothing is.</summary>
    public required long GrantedCents { get; init; }

    /// <summary>The final amount, in eurocents; it is set when the state says settled, and 0 before.</summary>
    public required long SettledCents { get; init; }

    /// <summary>What the provider has, in eurocents.</summary>
    public required long PaidCents { get; init; }
}
