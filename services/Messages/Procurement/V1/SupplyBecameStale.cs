namespace Regio.Messages.Procurement.V1;

/// <summary>
/// What a provider under contract last reported of a product became too old to rely on. Told once for each report. Aggregate:
/// the report, of one version.
/// </summary>
public sealed record SupplyBecameStale
{
    /// <summary>Id of the report (UUIDv7).</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Always 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was noticed, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Id of the provider.</summary>
    public required Guid ProviderId { get; init; }

    /// <summary>Code of the product.</summary>
    public required string ProductId { get; init; }

    /// <summary>The day that its numbers are of.</summary>
    public required DateOnly MeasuredOn { get; init; }

    /// <summary>First day on which it is too old.</summary>
    public required DateOnly StaleOn { get; init; }
}
