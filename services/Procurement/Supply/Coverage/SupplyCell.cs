namespace Regio.Procurement.Supply.Coverage;

/// <summary>Why there is no supply, the first that holds; the numbers are those of the messages.</summary>
internal enum SupplyGap
{
    /// <summary>There is: somebody under contract takes a client on within the norm.</summary>
    None = 1,

    /// <summary>Nothing is contracted, and the municipality buys every product of the level itself.</summary>
    Local = 2,

    /// <summary>No line in force reaches the municipality.</summary>
    NoContract = 3,

    /// <summary>Nobody under contract told how long a client waits.</summary>
    NotReported = 4,

    /// <summary>All that was told is too old.</summary>
    Stale = 5,

    /// <summary>The shortest waiting time is above the norm.</summary>
    Waiting = 6,
}

/// <summary>What a provider under contract last told of a product.</summary>
/// <param name="ProviderId">The provider.</param>
/// <param name="ProviderName">Its name.</param>
/// <param name="ProductId">The product.</param>
/// <param name="MeasuredOn">The day that its report is of; null: there is none.</param>
/// <param name="WaitingDays">Null: not told.</param>
internal sealed record ContractedSupply(Guid ProviderId, string ProviderName, string ProductId, DateOnly? MeasuredOn, int? WaitingDays)
{
    /// <param name="by">The settings of the day.</param>
    public bool IsStale(CoverageNorms by) => MeasuredOn is { } measured && SupplyReport.IsStale(measured, by.Day, by.StaleDays);
}

/// <summary>By what supply is judged on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="StaleDays">Days after which a report is too old.</param>
/// <param name="WaitingDays">Days that a client may have to wait at most.</param>
internal sealed record CoverageNorms(DateOnly Day, int StaleDays, int WaitingDays);

/// <summary>The supply of a level for a municipality on a day.</summary>
/// <param name="Contracted">What those under contract told.</param>
/// <param name="IsLocal">Whether the municipality buys every product of the level itself.</param>
/// <param name="By">By what it is judged.</param>
internal sealed record SupplyCell(IReadOnlyList<ContractedSupply> Contracted, bool IsLocal, CoverageNorms By)
{
    public int ReportedCount => Contracted.Count(part => part.WaitingDays is not null);

    public int StaleCount => Contracted.Count(part => part.WaitingDays is not null && part.IsStale(By));

    public int OverNormCount => Current.Count(days => days > By.WaitingDays);

    /// <summary>Null: nothing is told that is not too old.</summary>
    public int? ShortestWaitingDays => Current.Min(days => (int?)days);

    // One provider that has room within the norm is enough, so the shortest time counts and no average.
    public SupplyGap Gap => (Contracted.Count, ReportedCount, ShortestWaitingDays) switch
    {
        (0, _, _) => IsLocal ? SupplyGap.Local : SupplyGap.NoContract,
        (_, 0, _) => SupplyGap.NotReported,
        (_, _, null) => SupplyGap.Stale,
        (_, _, { } shortest) => shortest > By.WaitingDays ? SupplyGap.Waiting : SupplyGap.None,
    };

    private IEnumerable<int> Current => Contracted.Where(part => !part.IsStale(By)).Select(part => part.WaitingDays).OfType<int>();
}
