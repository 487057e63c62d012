namespace Regio.Messages.Procurement.V1;

/// <summary>A signed contract got an addendum: other lines, or a later end. Aggregate: the contract.</summary>
[ReadBy("procurement")]
[ReadBy("reporting")]
public sealed record ContractAmended
{
    /// <summary>Id of the contract.</summary>
    public required Guid ContractId { get; init; }

    /// <summary>Version of the aggregate.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Number of the addendum, from 1.</summary>
    public required int AddendumNumber { get; init; }

    /// <summary>change, renewal or move (of its region into another organisation); what ends a contract is told by ContractTerminated.</summary>
    public required string Kind { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>First day of the contract.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after its last day as it is now; null while open.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>All lines that hold on some day, each with the period in which it does.</summary>
    public required IReadOnlyList<SignedLine> Lines { get; init; }
}
