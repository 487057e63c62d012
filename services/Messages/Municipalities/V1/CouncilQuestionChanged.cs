namespace Regio.Messages.Municipalities.V1;

/// <summary>
/// A question of councils, as it stands after a change: the newest replaces what was told before. Its words and the answer stay
/// with the publisher. Aggregate: the question.
/// </summary>
public sealed record CouncilQuestionChanged
{
    /// <summary>Id of the question (UUIDv7).</summary>
    public required Guid CouncilQuestionId { get; init; }

    /// <summary>Version of the aggregate, from 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Code of the region, such as JHRD.</summary>
    public required string RegionId { get; init; }

    /// <summary>Meeting of the councils that it was asked at or for; null: none.</summary>
    public required Guid? CouncilMeetingId { get; init; }

    /// <summary>Day on which it was asked first.</summary>
    public required DateOnly AskedOn { get; init; }

    /// <summary>Last day to answer it.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>How many councils ask it.</summary>
    public required int Askers { get; init; }

    /// <summary>Day of the first answer; null: not answered.</summary>
    public required DateOnly? AnsweredOn { get; init; }

    /// <summary>How many versions the answer has; 0: not answered.</summary>
    public required int AnswerVersion { get; init; }
}
