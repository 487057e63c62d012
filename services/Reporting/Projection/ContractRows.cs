namespace Regio.Reporting.Projection;

/// <summary>
/// A contract as its events tell it. Its signature, its lines and its early end are told by events that may come in any
/// order, so each has a version of its own; a contract whose signature has not come yet counts nowhere.
/// </summary>
internal sealed record ProjectedContract
{
    public required Guid Id { get; init; }

    public required Guid? ProviderId { get; init; }

    public required string ProviderName { get; init; }

    /// <summary>Version of the event that told the signature; absent before it came.</summary>
    public required long? SignedVersion { get; init; }

    /// <summary>When it was signed; absent before that is told, and of contracts from before it was kept until a rebuild.</summary>
    public required DateTimeOffset? SignedAt { get; init; }

    /// <summary>Version of the event that told the lines and the period, a signature or an addendum; absent before one came.</summary>
    public required long? LinesVersion { get; init; }

    /// <summary>First day of the contract; absent where no event that was kept told it.</summary>
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>Day after its last day, early ends left aside; absent while open, and where the first day is.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>Version of the event that told the early end; absent without one.</summary>
    public required long? TerminatedVersion { get; init; }

    /// <summary>First day on which a terminated contract no longer holds.</summary>
    public required DateOnly? EndDate { get; init; }

    /// <summary>When the latest of its events happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}

internal sealed record ProjectedContractLine
{
    public required Guid ContractId { get; init; }

    public required Guid LineId { get; init; }

    public required string ProductId { get; init; }

    public required int Level { get; init; }

    /// <summary>Region or CBS code.</summary>
    public required string BuyerId { get; init; }

    public required long TariffCents { get; init; }

    public required string Unit { get; init; }

    /// <summary>individual, crisis or transition; absent where the scale rule holds.</summary>
    public required string? ScaleException { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidUntil { get; init; }
}
