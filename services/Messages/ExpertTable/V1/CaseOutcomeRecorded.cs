namespace Regio.Messages.ExpertTable.V1;

/// <summary>The help of a round came to an end, with what came of it. Aggregate: the case. Holds codes only.</summary>
[ReadBy("reporting")]
public sealed record CaseOutcomeRecorded
{
    /// <summary>Id of the case (UUIDv7).</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>CBS code of the municipality that decides and pays.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>The round of the case, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>reached, partly or not_reached.</summary>
    public required string Result { get; init; }

    /// <summary>Code of the product that was used; empty: none.</summary>
    public required string CareForm { get; init; }

    /// <summary>What stood in the way: no_supply, waiting, tariff_or_contract, law, cooperation, safety.</summary>
    public required IReadOnlyList<string> Bottlenecks { get; init; }
}
