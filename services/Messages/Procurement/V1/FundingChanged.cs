namespace Regio.Messages.Procurement.V1;

/// <summary>A provider is funded beside tariffs and subsidies, or until another day, or its cost was recorded. Aggregate: the funding.</summary>
public sealed record FundingChanged
{
    /// <summary>Id of the funding (UUIDv7).</summary>
    public required Guid FundingId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Id of the provider.</summary>
    public required Guid ProviderId { get; init; }

    /// <summary>Who pays: a region, or the CBS code of a municipality.</summary>
    public required string PayerId { get; init; }

    /// <summary>availability, housing or open-ended.</summary>
    public required string Kind { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day; null while open.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>A calendar year in full, in eurocents; of an open-ended obligation the estimate.</summary>
    public required long YearlyCents { get; init; }

    /// <summary>provider, payer or shared; null for a fixed amount.</summary>
    public string? RiskBearer { get; init; }

    /// <summary>Share of the payer in a shared risk, in percent; otherwise 0.</summary>
    public required int PayerPercent { get; init; }
}
