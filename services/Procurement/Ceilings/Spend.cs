namespace Regio.Procurement.Ceilings;

/// <summary>What was spent under a contract in a month on a product for a municipality.</summary>
internal sealed class Spend
{
    public required Guid ContractId { get; init; }

    public required string ProductId { get; init; }

    public required string MunicipalityId { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Whether it is always paid, whatever the ceiling.</summary>
    public required bool AlwaysPaid { get; init; }

    public long Cents { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}
