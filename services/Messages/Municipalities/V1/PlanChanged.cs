namespace Regio.Messages.Municipalities.V1;

/// <summary>A plan as it stands after a change: the newest replaces what was told before. Aggregate: the plan.</summary>
[ReadBy("reporting")]
public sealed record PlanChanged
{
    /// <summary>Id of the plan (UUIDv7).</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the region, such as JHRD.</summary>
    public required string RegionId { get; init; }

    /// <summary>Title in Dutch.</summary>
    public required string Title { get; init; }

    /// <summary>Its milestones, in their order.</summary>
    public required IReadOnlyList<PlannedMilestone> Milestones { get; init; }
}

/// <summary>A milestone of a plan.</summary>
public sealed record PlannedMilestone
{
    /// <summary>Code within the plan.</summary>
    public required string Code { get; init; }

    /// <summary>Title in Dutch.</summary>
    public required string Title { get; init; }

    /// <summary>First day that it can be; null: there is none.</summary>
    public required DateOnly? Earliest { get; init; }

    /// <summary>Last day that it can be; null: there is none.</summary>
    public required DateOnly? Latest { get; init; }

    /// <summary>Whether it was reached.</summary>
    public required bool Reached { get; init; }
}
