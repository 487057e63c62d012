namespace Regio.Reporting.Contracting;

/// <summary>What is contracted for an area on a day, how far ceilings are used, and who takes no new clients.</summary>
internal sealed record OverviewView
{
    public required string AreaId { get; init; }

    public required string AreaName { get; init; }

    public required DateOnly Day { get; init; }

    public required IReadOnlyList<ContractedProduct> Products { get; init; }

    /// <summary>The most used first.</summary>
    public required IReadOnlyList<CeilingUse> Ceilings { get; init; }

    /// <summary>Contracts that hold and of which no ceiling is known.</summary>
    public required IReadOnlyList<ContractParty> WithoutCeiling { get; init; }

    public required IReadOnlyList<StopInForce> Stops { get; init; }

    /// <summary>Until when it knows what procurement did; absent while it knows nothing.</summary>
    public required DateTimeOffset? LastEventAt { get; init; }
}

/// <summary>A contract and with whom it is.</summary>
internal sealed record ContractParty(Guid ContractId, Guid ProviderId, string ProviderName);

/// <summary>What is bought of a product from a provider by a buyer in one unit.</summary>
internal sealed record ContractedProduct
{
    public required string ProductId { get; init; }

    public required int Level { get; init; }

    public required Guid ProviderId { get; init; }

    public required string ProviderName { get; init; }

    public required string BuyerId { get; init; }

    public required string BuyerName { get; init; }

    public required string Unit { get; init; }

    public required int Lines { get; init; }

    public required long LowestTariffCents { get; init; }

    public required long HighestTariffCents { get; init; }

    /// <summary>Day after the last on which one of the lines holds; absent while one is open.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>Whether the provider takes no new clients for it.</summary>
    public required bool HasStop { get; init; }
}

/// <summary>How far a ceiling is used.</summary>
internal sealed record CeilingUse
{
    private const int Tenths = 1_000;

    public required Guid CeilingId { get; init; }

    public required Guid ContractId { get; init; }

    public required Guid ProviderId { get; init; }

    /// <summary>Absent where no event told it.</summary>
    public required string? ProviderName { get; init; }

    public required string State { get; init; }

    public required long AmountCents { get; init; }

    public required long CountedCents { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly? Until { get; init; }

    public required DateOnly? MeetingDueOn { get; init; }

    public required bool MeetingOverdue { get; init; }

    public required DateTimeOffset ToldAt { get; init; }

    /// <summary>
    /// Rounded down to a tenth, so that 100 is never shown before the amount is reached; absent where the ceiling is nothing.
    /// </summary>
    public decimal? UsedPercent => AmountCents == 0 ? null : Math.Floor((decimal)CountedCents * Tenths / AmountCents) / 10m;
}

/// <summary>A client stop that holds.</summary>
internal sealed record StopInForce
{
    public required Guid Id { get; init; }

    public required Guid ProviderId { get; init; }

    /// <summary>Absent where no event told it.</summary>
    public required string? ProviderName { get; init; }

    /// <summary>Absent: all products.</summary>
    public required string? ProductId { get; init; }

    public required bool IsPartial { get; init; }

    public required string Declarer { get; init; }

    public required bool AnnouncedLate { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly? Until { get; init; }

    /// <summary>Whether it is for this product: one for another product is not, one for some location is.</summary>
    public bool Concerns(Guid providerId, string productId) => ProviderId == providerId && (ProductId is null || ProductId == productId);
}
