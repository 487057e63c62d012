namespace Regio.Messages.Procurement.V1;

/// <summary>A tariff of a contract line was adopted in the place of those in force. Aggregate: the tariff.</summary>
public sealed record TariffAdopted
{
    /// <summary>Id of the tariff (UUIDv7).</summary>
    public required Guid TariffId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was adopted, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Id of the contract.</summary>
    public required Guid ContractId { get; init; }

    /// <summary>Id of the line.</summary>
    public required Guid LineId { get; init; }

    /// <summary>Tariff per unit, in eurocents.</summary>
    public required long TariffCents { get; init; }

    /// <summary>Unit of the tariff: minute, hour, half-day, day, piece or month.</summary>
    public required string Unit { get; init; }

    /// <summary>True while a definitive tariff is to follow.</summary>
    public required bool Provisional { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day; null while open.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>What changes for days that have passed.</summary>
    public required IReadOnlyList<TariffCorrected> Corrections { get; init; }
}

/// <summary>The correction of a provisional tariff over days that have passed.</summary>
public sealed record TariffCorrected
{
    /// <summary>Id of the provisional tariff.</summary>
    public required Guid TariffId { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>New tariff less the old one, in eurocents per unit.</summary>
    public required long DifferenceCents { get; init; }
}
