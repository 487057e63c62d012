namespace Regio.Municipalities.CouncilMeetings;

/// <summary>That a meeting was moved to another day; it never changes.</summary>
internal sealed record CouncilMeetingMove
{
    public required int Number { get; init; }

    /// <summary>Day for which it was planned until then.</summary>
    public required DateOnly PlannedBefore { get; init; }

    /// <summary>Last day to answer until then.</summary>
    public required DateOnly ReplyDueBefore { get; init; }

    public required string Reason { get; init; }

    /// <summary>Day on which it was moved; what is received from then on answers the new invitation.</summary>
    public required DateOnly MovedOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>What a move is.</summary>
/// <param name="PlannedOn">The new day.</param>
/// <param name="ReplyDueOn">Last day to answer.</param>
/// <param name="Reason">Why.</param>
internal sealed record MoveFacts(DateOnly PlannedOn, DateOnly ReplyDueOn, string Reason);

/// <summary>That an invitation was sent to the clerk of a council; it never changes.</summary>
internal sealed record InvitationSending
{
    public required int Number { get; init; }

    public required string MunicipalityId { get; init; }

    /// <summary>The clerk by office, such as griffie Assen.</summary>
    public required string Recipient { get; init; }

    public required DateOnly SentOn { get; init; }

    /// <summary>Which invitation it was: how often it had been replaced or withdrawn by then.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}
