namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// Something that is to be done, as it stands after a change: the newest replaces what was told before. Its words stay with
/// the publisher, but for the title of what carries out a goal. Aggregate: the item.
/// </summary>
[ReadBy("reporting")]
public sealed record WorkItemChanged
{
    /// <summary>Id of the item (UUIDv7).</summary>
    public required Guid WorkItemId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the region, such as JHRD.</summary>
    public required string RegionId { get; init; }

    /// <summary>action, dossier, work-order, risk, data-request or letter.</summary>
    public required string Kind { get; init; }

    /// <summary>open, done or dropped.</summary>
    public required string State { get; init; }

    /// <summary>Who does it: a municipality, a body or a region.</summary>
    public required string OwnerId { get; init; }

    /// <summary>CBS code of the owner; empty for a region and its bodies.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>Day on which it was raised.</summary>
    public required DateOnly RaisedOn { get; init; }

    /// <summary>Last day to do it; null: none was set.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Day on which it was done or dropped.</summary>
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Body that is to hear of the outcome; empty: nobody.</summary>
    public required string FeedbackBodyId { get; init; }

    /// <summary>Day on which that body was told.</summary>
    public required DateOnly? FeedbackOn { get; init; }

    /// <summary>Id of the decision round that it came from; null: from none, or not told.</summary>
    public Guid? RoundId { get; init; }

    /// <summary>View in that round whose remark it came from; 0: the round as such.</summary>
    public int ViewNumber { get; init; }

    /// <summary>That remark; 0 without a view.</summary>
    public int RemarkNumber { get; init; }

    /// <summary>Id of the contract whose line it led to; null: none.</summary>
    public Guid? ContractId { get; init; }

    /// <summary>Id of that line; null: none.</summary>
    public Guid? ContractLineId { get; init; }

    /// <summary>Id of the agreement whose obligation it led to; null: none. Not beside a contract.</summary>
    public Guid? AgreementId { get; init; }

    /// <summary>Number of that obligation; 0: none.</summary>
    public int ObligationNumber { get; init; }

    /// <summary>Code of the indicator by which its effect can be seen; empty: none.</summary>
    public string IndicatorCode { get; init; } = "";

    /// <summary>Id of the goal, effort or dossier of the goal tree that it carries out; null: none.</summary>
    public Guid? GoalNodeId { get; init; }

    /// <summary>Title in Dutch of what carries out a goal; empty for anything else, whose words stay with the publisher.</summary>
    public string Title { get; init; } = "";
}
