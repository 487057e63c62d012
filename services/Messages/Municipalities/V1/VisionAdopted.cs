namespace Regio.Messages.Municipalities.V1;

/// <summary>Every council that must has adopted the current version of a regional vision. Aggregate: the decision round.</summary>
[ReadBy("procurement")]
public sealed record VisionAdopted
{
    /// <summary>Id of the decision round (UUIDv7).</summary>
    public required Guid RoundId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the region, such as JHRD.</summary>
    public required string RegionId { get; init; }

    /// <summary>What was adopted, in Dutch.</summary>
    public required string Subject { get; init; }

    /// <summary>Number of the version of the text, from 1.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>SHA-256 of the text in lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Day of the decision that completed the adoption.</summary>
    public required DateOnly AdoptedOn { get; init; }
}
