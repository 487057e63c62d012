namespace Regio.Messages.ExpertTable.V1;

/// <summary>
/// A case of the expert table went over to the municipality that turned out to be responsible. Aggregate: the case. Holds
/// codes only: nothing that leads to a child.
/// </summary>
[ReadBy("reporting")]
public sealed record CaseHandedOver
{
    /// <summary>Id of the case (UUIDv7).</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>CBS code of the municipality that decides and pays from now on.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>CBS code of the one that the case was recorded for until now.</summary>
    public required string PreviousMunicipalityId { get; init; }

    /// <summary>First day on which the municipality is responsible; may lie before the handing over.</summary>
    public required DateOnly ResponsibleFrom { get; init; }

    /// <summary>The state of the case, which stays as it was; as CaseStateChanged tells it.</summary>
    public required string State { get; init; }
}
