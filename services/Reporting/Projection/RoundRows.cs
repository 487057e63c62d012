namespace Regio.Reporting.Projection;

/// <summary>A decision round as its last event tells it.</summary>
internal sealed record ProjectedRound
{
    public required Guid Id { get; init; }

    public required string RegionId { get; init; }

    public required string Kind { get; init; }

    public required string Subject { get; init; }

    public required string State { get; init; }

    public required int VersionNumber { get; init; }

    /// <summary>0 while no version is in force.</summary>
    public required int VersionInForce { get; init; }

    public required DateOnly? AdoptedOn { get; init; }

    public required DateOnly? CommentsDueOn { get; init; }

    public required DateOnly? ViewsDueOn { get; init; }

    public required DateOnly? DecisionsDueOn { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>How a body stands in a step of a round.</summary>
internal sealed record ProjectedRoundBody
{
    public required Guid RoundId { get; init; }

    public required int StepPosition { get; init; }

    public required string StepTitle { get; init; }

    public required int Required { get; init; }

    public required string BodyId { get; init; }

    public required string BodyName { get; init; }

    /// <summary>CBS code; empty for a body of a region.</summary>
    public required string MunicipalityId { get; init; }

    public required int Rank { get; init; }

    /// <summary>Empty while nothing was decided.</summary>
    public required string Outcome { get; init; }

    public required string Verdict { get; init; }

    public required DateOnly? DecidedOn { get; init; }

    public required DateOnly? PlannedOn { get; init; }
}

/// <summary>The formal view of a body.</summary>
internal sealed record ProjectedRoundView
{
    public required Guid RoundId { get; init; }

    public required int Number { get; init; }

    public required int VersionNumber { get; init; }

    public required string BodyId { get; init; }

    public required string BodyName { get; init; }

    public required string MunicipalityId { get; init; }

    public required string State { get; init; }

    public required DateOnly? ReceivedOn { get; init; }
}

/// <summary>What became of a remark in a view.</summary>
internal sealed record ProjectedRoundRemark
{
    public required Guid RoundId { get; init; }

    public required int ViewNumber { get; init; }

    public required int Number { get; init; }

    /// <summary>Empty while it is not weighed.</summary>
    public required string Weighing { get; init; }

    /// <summary>0 where it was not carried into the implementation.</summary>
    public required int FollowUpNumber { get; init; }
}

/// <summary>A motion, a pledge or a remark that was carried into the implementation.</summary>
internal sealed record ProjectedFollowUp
{
    public required Guid RoundId { get; init; }

    public required int Number { get; init; }

    public required string Kind { get; init; }

    public required string OwnerBodyId { get; init; }

    public required string OwnerName { get; init; }

    public required string AskedByMunicipalityId { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required DateOnly? DoneOn { get; init; }

    public required bool Dropped { get; init; }
}
