namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// A body took back its decision on a vision or joint arrangement that was adopted, so that it no longer is.
/// Aggregate: the decision round.
/// </summary>
[ReadBy("procurement")]
public sealed record AdoptionLapsed
{
    /// <summary>Id of the decision round.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>Version of the aggregate.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the region.</summary>
    public required string RegionId { get; init; }

    /// <summary>Number of the version that is no longer adopted.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>The last version before it that was adopted and not undone, which is in force again; 0: there is none, or it was not told.</summary>
    public int VersionInForce { get; init; }
}
