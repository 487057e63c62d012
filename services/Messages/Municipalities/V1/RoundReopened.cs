namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// The steering body re-opened a decision round with a next version. What was adopted before stays in force until that
/// version is adopted. Aggregate: the decision round.
/// </summary>
[ReadBy("procurement")]
public sealed record RoundReopened
{
    /// <summary>Id of the decision round.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>Version of the aggregate.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the region.</summary>
    public required string RegionId { get; init; }

    /// <summary>Number of the version that is being prepared.</summary>
    public required int VersionNumber { get; init; }
}
