namespace Regio.Messages.Procurement.V1;

/// <summary>A provider takes no new clients, or does so again from a day on. Aggregate: the client stop.</summary>
[ReadBy("reporting")]
public sealed record ClientStopRecorded
{
    /// <summary>Id of the stop (UUIDv7).</summary>
    public required Guid ClientStopId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Id of the provider.</summary>
    public required Guid ProviderId { get; init; }

    /// <summary>Code of the product; null: all products.</summary>
    public string? ProductId { get; init; }

    /// <summary>True when it is for a product or a location alone.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>provider, buyer or inspection.</summary>
    public required string Declarer { get; init; }

    /// <summary>True when it was announced later than agreed.</summary>
    public required bool AnnouncedLate { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Day after the last day; null while open.</summary>
    public DateOnly? ValidUntil { get; init; }
}
