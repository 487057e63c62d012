namespace Regio.Messages.ExpertTable.V1;

/// <summary>
/// A case of the expert table was registered or moved to another state. Aggregate: the case.
/// Holds codes only: nothing that leads to a child.
/// </summary>
[ReadBy("reporting")]
public sealed record CaseStateChanged
{
    /// <summary>Id of the case (UUIDv7).</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>CBS code of the municipality that decides and pays.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>
    /// The new state: registered, returned, accepted, scheduled, advised, decided, in_execution, stuck, escalated,
    /// in_evaluation or closed. More may come.
    /// </summary>
    public required string State { get; init; }

    /// <summary>The state before; null at registration.</summary>
    public string? PreviousState { get; init; }

    /// <summary>The round of the case, from 1; 0: not told.</summary>
    public int Round { get; init; }

    /// <summary>How long the clock stood still in the previous state.</summary>
    public long StoppedSeconds { get; init; }

    /// <summary>Ground on which triage was left out in this round: crisis, breakthrough, transfer, return_from_escalation or reopening; null: there was triage.</summary>
    public string? TriageWaiver { get; init; }

    /// <summary>The wider table that the case was taken to: jenn, pc_noord or supra_regional; null in another state, or when it is not told.</summary>
    public string? EscalationTarget { get; init; }

    /// <summary>
    /// What the case got stuck on: no_supply, waiting, tariff_or_contract, law, cooperation, safety; null in another state, or
    /// when it is not told.
    /// </summary>
    public IReadOnlyList<string>? Bottlenecks { get; init; }

    /// <summary>
    /// At registration, how old the child that the case is about was on that day: 0_to_3, 4_to_11, 12_to_17 or 18_and_over,
    /// in years; null at another move, or when it is not told.
    /// </summary>
    public string? AgeClass { get; init; }
}
