namespace Regio.Reporting.Projection;

/// <summary>Something that is to be done, as its last event tells it.</summary>
internal sealed record ProjectedWorkItem
{
    public required Guid Id { get; init; }

    public required string RegionId { get; init; }

    /// <summary>action, dossier, work-order, risk, data-request or letter.</summary>
    public required string Kind { get; init; }

    /// <summary>open, done or dropped.</summary>
    public required string State { get; init; }

    public required string OwnerId { get; init; }

    /// <summary>CBS code of the owner; empty for a region and its bodies.</summary>
    public required string MunicipalityId { get; init; }

    public required DateOnly RaisedOn { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Empty where nobody is to hear of the outcome.</summary>
    public required string FeedbackBodyId { get; init; }

    public required DateOnly? FeedbackOn { get; init; }

    /// <summary>The decision round that it came from; null: from none.</summary>
    public required Guid? RoundId { get; init; }

    /// <summary>View in that round; 0: the round as such.</summary>
    public required int ViewNumber { get; init; }

    /// <summary>Remark in that view; 0 without one.</summary>
    public required int RemarkNumber { get; init; }

    /// <summary>The contract whose line it led to; null: none.</summary>
    public required Guid? ContractId { get; init; }

    public required Guid? ContractLineId { get; init; }

    /// <summary>The agreement whose obligation it led to; null: none.</summary>
    public required Guid? AgreementId { get; init; }

    /// <summary>0: none.</summary>
    public required int ObligationNumber { get; init; }

    /// <summary>Code of the indicator by which its effect can be seen; empty: none.</summary>
    public required string IndicatorCode { get; init; }

    /// <summary>The goal, effort or dossier of the goal tree that it carries out; null: none.</summary>
    public required Guid? GoalNodeId { get; init; }

    /// <summary>Title of what carries out a goal; empty for anything else.</summary>
    public required string Title { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>A plan as its last event tells it.</summary>
internal sealed record ProjectedPlan
{
    public required Guid Id { get; init; }

    public required string RegionId { get; init; }

    public required string Title { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>A milestone of a plan; half of the real dates are vague, so it has the days between which it can be.</summary>
internal sealed record ProjectedMilestone
{
    public required Guid PlanId { get; init; }

    /// <summary>Place in the plan, from 1.</summary>
    public required int Position { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required DateOnly? Earliest { get; init; }

    public required DateOnly? Latest { get; init; }

    public required bool Reached { get; init; }
}

/// <summary>A membership for part of the care: one product group, or running or new care in a transition.</summary>
internal sealed record ProjectedPartialMembership
{
    public required string MunicipalityId { get; init; }

    public required string RegionId { get; init; }

    public required string RegionKind { get; init; }

    /// <summary>Empty: all.</summary>
    public required string ProductGroup { get; init; }

    /// <summary>all, running or new.</summary>
    public required string Care { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidUntil { get; init; }

    /// <summary>Version of the municipality that told it last.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
