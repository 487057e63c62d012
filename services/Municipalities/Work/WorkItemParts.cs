namespace Regio.Municipalities.Work;

/// <summary>Sort of item; the numbers are those of the messages.</summary>
internal enum WorkItemKind
{
    Action = 1,
    Dossier = 2,
    WorkOrder = 3,
    Risk = 4,
    DataRequest = 5,
    Letter = 6,
}

/// <summary>Where an item stands; the numbers are those of the messages.</summary>
internal enum WorkItemState
{
    Open = 1,
    Done = 2,
    Dropped = 3,
}

/// <summary>Where an item came from: at most one of a point of an agenda, a round or a remark in it, and a document.</summary>
internal sealed record WorkItemSource
{
    public static readonly WorkItemSource None = new();

    public Guid? MeetingId { get; init; }

    public int? ItemNumber { get; init; }

    public Guid? RoundId { get; init; }

    /// <summary>Null for a round as such.</summary>
    public int? ViewNumber { get; init; }

    public int? RemarkNumber { get; init; }

    public Guid? DocumentId { get; init; }

    /// <summary>Whether it names one thing, or nothing.</summary>
    public bool IsClear =>
        new[] { MeetingId, RoundId, DocumentId }.Count(id => id is not null) <= 1
        && MeetingId is null == ItemNumber is null
        && ViewNumber is null == RemarkNumber is null
        && (ViewNumber is null || RoundId is not null);
}

/// <summary>What an item led to: at most one of a line of a contract and an obligation of an agreement, and an indicator.</summary>
internal sealed record WorkItemResult
{
    public static readonly WorkItemResult None = new();

    /// <summary>A contract of procurement.</summary>
    public Guid? ContractId { get; init; }

    public Guid? ContractLineId { get; init; }

    public Guid? AgreementId { get; init; }

    public int? ObligationNumber { get; init; }

    /// <summary>Code of an indicator of reporting.</summary>
    public string? IndicatorCode { get; init; }

    /// <summary>Whether it names one clause, or none.</summary>
    public bool IsClear =>
        ContractId is null == ContractLineId is null && AgreementId is null == ObligationNumber is null && (ContractId is null || AgreementId is null);
}

/// <summary>Who does it.</summary>
/// <param name="Id">A municipality, a body or a region.</param>
/// <param name="Role">In which function; empty: not said.</param>
internal sealed record WorkItemOwner(string Id, string Role)
{
    /// <summary>CBS code; null for the region and its bodies.</summary>
    public string? MunicipalityId => Id.Split(':')[0] is var scope && scope.StartsWith("GM", StringComparison.Ordinal) ? scope : null;
}

/// <summary>How a risk is judged, each from 1 to 5.</summary>
/// <param name="Chance">How likely.</param>
/// <param name="Impact">How bad.</param>
internal sealed record RiskScore(int Chance, int Impact);

/// <summary>What an item is when it is raised.</summary>
internal sealed record WorkItemFacts
{
    public required string RegionId { get; init; }

    public required WorkItemKind Kind { get; init; }

    /// <summary>Kenmerk; null when it has none.</summary>
    public string? Reference { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required WorkItemOwner Owner { get; init; }

    public required DateOnly RaisedOn { get; init; }

    /// <summary>Null: no day was set.</summary>
    public DateOnly? DueOn { get; init; }

    public required WorkItemSource Source { get; init; }

    public WorkItemResult Result { get; init; } = WorkItemResult.None;

    /// <summary>For a risk only.</summary>
    public RiskScore? Score { get; init; }

    /// <summary>Null: nobody is to hear of it.</summary>
    public string? FeedbackBodyId { get; init; }
}

/// <summary>Another day or owner, with the reason; it stays.</summary>
internal sealed record WorkItemChange
{
    public required int Number { get; init; }

    public required DateOnly OldDueOn { get; init; }

    public required DateOnly NewDueOn { get; init; }

    public required string OldOwnerId { get; init; }

    public required string NewOwnerId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}
