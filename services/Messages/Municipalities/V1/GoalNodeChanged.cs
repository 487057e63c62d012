namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// A goal, effort, dossier or indicator of the goal tree of a region as it stands after a change: the newest replaces what was told
/// before. Aggregate: the node.
/// </summary>
[ReadBy("reporting")]
public sealed record GoalNodeChanged
{
    /// <summary>Id of the node (UUIDv7).</summary>
    public required Guid GoalNodeId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the region, such as JHRD.</summary>
    public required string RegionId { get; init; }

    /// <summary>goal, effort, dossier or indicator.</summary>
    public required string Kind { get; init; }

    /// <summary>Title in Dutch.</summary>
    public required string Title { get; init; }

    /// <summary>Body that owns it, such as JHRD:ABO; empty: nobody.</summary>
    public required string OwnerBodyId { get; init; }

    /// <summary>The node that it hangs below; null: none.</summary>
    public required Guid? ParentId { get; init; }

    /// <summary>First day on which it holds; null: always did.</summary>
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>Day after the last; null: open.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>Code of the indicator of reporting that measures it; empty: none.</summary>
    public required string IndicatorCode { get; init; }
}
