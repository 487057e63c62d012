namespace Regio.Messages.Procurement.V1;

/// <summary>A contract was signed. Aggregate: the contract.</summary>
[ReadBy("procurement")]
[ReadBy("reporting")]
public sealed record ContractSigned
{
    /// <summary>Id of the contract (UUIDv7).</summary>
    public required Guid ContractId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was signed, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Id of the provider.</summary>
    public required Guid ProviderId { get; init; }

    /// <summary>Name of the provider, a legal entity.</summary>
    public required string ProviderName { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day; null while open.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<SignedLine> Lines { get; init; }
}

/// <summary>A line of a signed contract.</summary>
public sealed record SignedLine
{
    /// <summary>Id of the line.</summary>
    public required Guid LineId { get; init; }

    /// <summary>Code of the product.</summary>
    public required string ProductId { get; init; }

    /// <summary>Intervention level of the product, 1 to 8.</summary>
    public required int Level { get; init; }

    /// <summary>Region or CBS code of the buyer.</summary>
    public required string BuyerId { get; init; }

    /// <summary>Tariff per unit, in eurocents.</summary>
    public required long TariffCents { get; init; }

    /// <summary>Unit of the tariff: minute, hour, half-day, day, piece or month.</summary>
    public required string Unit { get; init; }

    /// <summary>individual, crisis or transition; null where the scale rule holds.</summary>
    public string? ScaleException { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day; null while open.</summary>
    public DateOnly? ValidUntil { get; init; }
}
