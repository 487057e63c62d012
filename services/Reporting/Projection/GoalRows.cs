namespace Regio.Reporting.Projection;

/// <summary>A goal, effort, dossier or indicator of the goal tree, as its last event tells it.</summary>
internal sealed record ProjectedGoalNode
{
    public required Guid Id { get; init; }

    public required string RegionId { get; init; }

    /// <summary>goal, effort, dossier or indicator.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Such as JHRD:ABO; empty: nobody.</summary>
    public required string OwnerBodyId { get; init; }

    /// <summary>The node that it hangs below; null: none. It may be told later than this one.</summary>
    public required Guid? ParentId { get; init; }

    /// <summary>First day on which it holds; null: always did.</summary>
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>Day after the last; null: open.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>Code of the indicator whose figures show it; empty: none.</summary>
    public required string IndicatorCode { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => !(ValidFrom > day) && (ValidUntil is null || day < ValidUntil);
}
