namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// A decision round as it stands after a change: the newest replaces what was told before. It names bodies and numbers;
/// the words of remarks, motions and decisions stay with the publisher. Aggregate: the decision round.
/// </summary>
[ReadBy("reporting")]
public sealed record RoundChanged
{
    /// <summary>Id of the decision round (UUIDv7).</summary>
    public required Guid RoundId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the region, such as JHRD.</summary>
    public required string RegionId { get; init; }

    /// <summary>regional-vision, joint-arrangement, gate or letter.</summary>
    public required string Kind { get; init; }

    /// <summary>What is decided, in Dutch.</summary>
    public required string Subject { get; init; }

    /// <summary>
    /// draft, public-comment, views-open, views-closed, weighing, definitive, to-adopt, adopted, not-adopted, reopened or
    /// withdrawn.
    /// </summary>
    public required string State { get; init; }

    /// <summary>Number of the current version of the text, from 1.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>The last version that was adopted and not undone; 0 while there is none.</summary>
    public required int VersionInForce { get; init; }

    /// <summary>Day of the decision that completed that adoption.</summary>
    public required DateOnly? AdoptedOn { get; init; }

    /// <summary>Last day for comments of the public on the current version.</summary>
    public required DateOnly? CommentsDueOn { get; init; }

    /// <summary>Last day for views on the current version.</summary>
    public required DateOnly? ViewsDueOn { get; init; }

    /// <summary>Last day for decisions on the current version.</summary>
    public required DateOnly? DecisionsDueOn { get; init; }

    /// <summary>Each body in each step, in the order in which they are listed.</summary>
    public required IReadOnlyList<RoundBodyStanding> Bodies { get; init; }

    /// <summary>The views of bodies on all versions.</summary>
    public required IReadOnlyList<RoundViewStanding> Views { get; init; }

    /// <summary>The remarks of these views.</summary>
    public required IReadOnlyList<RoundRemarkStanding> Remarks { get; init; }

    /// <summary>Motions, pledges and remarks that were carried into the implementation.</summary>
    public required IReadOnlyList<RoundFollowUpStanding> FollowUps { get; init; }
}

/// <summary>How a body stands in a step.</summary>
public sealed record RoundBodyStanding
{
    /// <summary>Place of the step, from 1.</summary>
    public required int StepPosition { get; init; }

    /// <summary>What the step is called, in Dutch.</summary>
    public required string StepTitle { get; init; }

    /// <summary>How many bodies must, for the step to be reached.</summary>
    public required int Required { get; init; }

    /// <summary>Id of the body, such as GM0106:council.</summary>
    public required string BodyId { get; init; }

    /// <summary>What the body is called, in Dutch.</summary>
    public required string BodyName { get; init; }

    /// <summary>CBS code; empty for a body of a region.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>Place in lists.</summary>
    public required int Rank { get; init; }

    /// <summary>
    /// adopted, adopted-with-remarks, adopted-with-changes, adopted-with-conditions, rejected, deferred or reversed; empty
    /// while nothing was decided on the current version.
    /// </summary>
    public required string Outcome { get; init; }

    /// <summary>owed, counts, refuses, deferred, awaits-ruling or does-not-count.</summary>
    public required string Verdict { get; init; }

    /// <summary>Day of the decision.</summary>
    public required DateOnly? DecidedOn { get; init; }

    /// <summary>The meeting in which it will decide, or until which it put the decision off.</summary>
    public required DateOnly? PlannedOn { get; init; }
}

/// <summary>The formal view of a body.</summary>
public sealed record RoundViewStanding
{
    /// <summary>Number within the round.</summary>
    public required int Number { get; init; }

    /// <summary>The version of the text that it is about.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>Id of the body.</summary>
    public required string BodyId { get; init; }

    /// <summary>What the body is called, in Dutch.</summary>
    public required string BodyName { get; init; }

    /// <summary>CBS code; empty for a body of a region.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>outstanding, in-preparation, submitted-in-time, submitted-late, processed, no-view or silent.</summary>
    public required string State { get; init; }

    /// <summary>Day on which something was last received of it.</summary>
    public required DateOnly? ReceivedOn { get; init; }
}

/// <summary>What became of a remark in a view.</summary>
public sealed record RoundRemarkStanding
{
    /// <summary>Number of the view.</summary>
    public required int ViewNumber { get; init; }

    /// <summary>Number of the remark within the view.</summary>
    public required int Number { get; init; }

    /// <summary>adopted, partly, not-adopted or carried-into-implementation; empty while it is not weighed.</summary>
    public required string Weighing { get; init; }

    /// <summary>Number of the follow-up that it was carried into; 0 without one.</summary>
    public required int FollowUpNumber { get; init; }
}

/// <summary>What was asked to be followed up.</summary>
public sealed record RoundFollowUpStanding
{
    /// <summary>Number within the round.</summary>
    public required int Number { get; init; }

    /// <summary>motion, pledge or carried-remark.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the body that does it.</summary>
    public required string OwnerBodyId { get; init; }

    /// <summary>What that body is called, in Dutch.</summary>
    public required string OwnerName { get; init; }

    /// <summary>CBS code of the municipality whose body asked it; empty for others.</summary>
    public required string AskedByMunicipalityId { get; init; }

    /// <summary>When it is due.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>When it was done.</summary>
    public required DateOnly? DoneOn { get; init; }

    /// <summary>Whether it is no longer asked.</summary>
    public required bool Dropped { get; init; }
}
