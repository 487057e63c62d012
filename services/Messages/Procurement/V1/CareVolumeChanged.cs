namespace Regio.Messages.Procurement.V1;

/// <summary>
/// What a provider claimed of a product for a municipality and a month, and was granted, changed: a claim added to it or took something back.
/// Aggregate: that sum; each event tells the whole of it.
/// </summary>
[ReadBy("reporting")]
public sealed record CareVolumeChanged
{
    /// <summary>Id of the sum (UUIDv7).</summary>
    public required Guid CareVolumeId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it changed, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>AGB code of the provider.</summary>
    public required string ProviderAgbCode { get; init; }

    /// <summary>CBS code of the municipality.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>Product category of iJw (JZ020).</summary>
    public required string CareCategory { get; init; }

    /// <summary>Product code of iJw.</summary>
    public required string CareCode { get; init; }

    /// <summary>What the volume counts (WJ756), such as 04 for hours.</summary>
    public required string Unit { get; init; }

    /// <summary>First day of the month of delivery.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>How much, in that unit; what was taken back is taken off.</summary>
    public required long Volume { get; init; }

    /// <summary>What was granted for it, in eurocents; what was taken back is taken off.</summary>
    public required long AmountCents { get; init; }

    /// <summary>How many clients it is about; small numbers are not shown to everybody.</summary>
    public required int Clients { get; init; }
}
