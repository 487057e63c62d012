namespace Regio.Messages.Procurement.V1;

/// <summary>A spending ceiling was proposed, decided, warned, reached, adjusted or closed. Aggregate: the ceiling.</summary>
[ReadBy("reporting")]
public sealed record CeilingChanged
{
    /// <summary>Id of the ceiling (UUIDv7).</summary>
    public required Guid CeilingId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it changed, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Id of the contract.</summary>
    public required Guid ContractId { get; init; }

    /// <summary>Id of the provider.</summary>
    public required Guid ProviderId { get; init; }

    /// <summary>intention, viewed, active, warned, met, reached or closed.</summary>
    public required string State { get; init; }

    /// <summary>The ceiling, in eurocents.</summary>
    public required long AmountCents { get; init; }

    /// <summary>Spend that counts, in eurocents.</summary>
    public required long CountedCents { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Last day for the meeting after a warning; null before one.</summary>
    public DateOnly? MeetingDueOn { get; init; }
}
