namespace Regio.Reporting.Monitor;

/// <summary>What is contracted for an area.</summary>
public sealed record ContractsView
{
    /// <summary>Contracts that were signed by the day, those that ended included.</summary>
    public required int SignedCount { get; init; }

    /// <summary>Contracts with a line that holds on the day.</summary>
    public required int HoldingCount { get; init; }

    /// <summary>Signed contracts that had been ended before their last day.</summary>
    public required int TerminatedCount { get; init; }

    /// <summary>The lines that hold on the day, by buyer, level and unit of the tariff.</summary>
    public required IReadOnlyList<ContractRowView> Rows { get; init; }
}

/// <summary>The lines of one buyer on one level in one unit. A contract with several of them counts in each row.</summary>
public sealed record ContractRowView
{
    /// <summary>Code of the region or municipality that buys.</summary>
    public required string BuyerId { get; init; }

    /// <summary>Its name.</summary>
    public required string BuyerName { get; init; }

    /// <summary>Intervention level, 1 to 8.</summary>
    public required int Level { get; init; }

    /// <summary>Unit of the tariff: minute, hour, half-day, day, piece or month.</summary>
    public required string Unit { get; init; }

    /// <summary>Contracts.</summary>
    public required int Contracts { get; init; }

    /// <summary>Providers.</summary>
    public required int Providers { get; init; }

    /// <summary>Lines.</summary>
    public required int Lines { get; init; }

    /// <summary>Lines outside the scale rule, each with its ground in the contract.</summary>
    public required int Exceptions { get; init; }

    /// <summary>Lowest tariff per unit, in eurocents.</summary>
    public required long LowestTariffCents { get; init; }

    /// <summary>Highest tariff per unit, in eurocents.</summary>
    public required long HighestTariffCents { get; init; }
}

/// <summary>The cases of the expert table of an area.</summary>
/// <param name="Total">How many there are; absent where the number is not shown to this viewer.</param>
/// <param name="States">Cases by state; empty for a municipality that is not the viewer's own.</param>
/// <param name="StuckOn">What cases got stuck on, by code; empty for a municipality, where there are too few.</param>
/// <param name="Threshold">The lowest number that this viewer is shown; 0: every number is.</param>
public sealed record CasesView(long? Total, IReadOnlyList<CaseCountView> States, IReadOnlyList<StuckCountView> StuckOn, int Threshold);

/// <summary>How many cases are in a state.</summary>
/// <param name="State">registered, returned, accepted, scheduled, advised or decided.</param>
/// <param name="Count">Cases; absent where the number is not shown to this viewer.</param>
public sealed record CaseCountView(string State, long? Count);

/// <summary>How many cases got stuck on something.</summary>
/// <param name="Bottleneck">no_supply, waiting, tariff_or_contract, law, cooperation or safety; untold: it was not told what on.</param>
/// <param name="Count">Cases; absent where the number is not shown to this viewer.</param>
public sealed record StuckCountView(string Bottleneck, long? Count);
