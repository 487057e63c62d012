namespace Regio.Messages.Procurement.V1;

/// <summary>An innovation was proposed, procurement said what it thinks of it, or it was decided on. Aggregate: the innovation.</summary>
public sealed record InnovationChanged
{
    /// <summary>Id of the innovation (UUIDv7).</summary>
    public required Guid InnovationId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Who it is for: a region, or the CBS code of a municipality.</summary>
    public required string OwnerId { get; init; }

    /// <summary>idea, pilot, bought or stopped.</summary>
    public required string Stage { get; init; }

    /// <summary>When procurement said what it thinks; null: not yet.</summary>
    public DateOnly? ProcurementViewedOn { get; init; }

    /// <summary>Day by which the next decision is due; null at the end.</summary>
    public DateOnly? DueOn { get; init; }
}
