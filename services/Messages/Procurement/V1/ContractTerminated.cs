namespace Regio.Messages.Procurement.V1;

/// <summary>A signed contract was ended before its last day. Aggregate: the contract.</summary>
[ReadBy("reporting")]
public sealed record ContractTerminated
{
    /// <summary>Id of the contract.</summary>
    public required Guid ContractId { get; init; }

    /// <summary>Version of the aggregate.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>First day on which the contract no longer holds.</summary>
    public required DateOnly EndDate { get; init; }

    /// <summary>agreement, buyer, provider, bankruptcy, breach, takeover or merger; null where it was not recorded.</summary>
    public string? Ground { get; init; }
}
