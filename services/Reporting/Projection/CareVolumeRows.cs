namespace Regio.Reporting.Projection;

/// <summary>What a provider claimed of a product for a municipality and a month, and was granted, as its last event tells it.</summary>
internal sealed record ProjectedCareVolume
{
    public required Guid Id { get; init; }

    public required string ProviderAgbCode { get; init; }

    public required string MunicipalityId { get; init; }

    /// <summary>Product category of iJw.</summary>
    public required string Category { get; init; }

    /// <summary>Product code of iJw.</summary>
    public required string Code { get; init; }

    /// <summary>What the volume counts (WJ756).</summary>
    public required string Unit { get; init; }

    /// <summary>First day of the month of delivery.</summary>
    public required DateOnly Month { get; init; }

    public required long Volume { get; init; }

    public required long AmountCents { get; init; }

    public required int Clients { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
