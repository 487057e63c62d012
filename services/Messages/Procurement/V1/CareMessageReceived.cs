namespace Regio.Messages.Procurement.V1;

/// <summary>A message of iJw came in and was judged. Aggregate: the message. Holds nothing of a client.</summary>
[ReadBy("reporting")]
public sealed record CareMessageReceived
{
    /// <summary>Id of the message (UUIDv7).</summary>
    public required Guid CareMessageId { get; init; }

    /// <summary>Version of the aggregate: always 1.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>When it came in, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Such as JW305; empty when it is none.</summary>
    public required string Kind { get; init; }

    /// <summary>CBS code of the municipality among its parties; null when unknown.</summary>
    public string? MunicipalityId { get; init; }

    /// <summary>AGB code of the provider among its parties; null when unknown.</summary>
    public string? ProviderAgbCode { get; init; }

    /// <summary>unreadable, refused or taken.</summary>
    public required string Outcome { get; init; }

    /// <summary>How many findings there are.</summary>
    public required int FindingCount { get; init; }

    /// <summary>The kind of the return message that can be downloaded, such as JW306; null when there is none.</summary>
    public string? AnswerKind { get; init; }

    /// <summary>Last day for an answer; null when none is due.</summary>
    public DateOnly? AnswerDueOn { get; init; }

    /// <summary>The first findings, at most 20, in their order; null in events of before they were told.</summary>
    public IReadOnlyList<CareMessageFinding>? Findings { get; init; }
}

/// <summary>What was found about a message.</summary>
public sealed record CareMessageFinding
{
    /// <summary>Number of the rule, such as TR002.</summary>
    public required string Rule { get; init; }

    /// <summary>Whether it refuses; otherwise it is worth a look.</summary>
    public required bool IsError { get; init; }

    /// <summary>Code of the return message; empty when none is given.</summary>
    public required string ReturnCode { get; init; }

    /// <summary>Place in the message.</summary>
    public required string Path { get; init; }

    /// <summary>The sentence of the rule, in Dutch.</summary>
    public required string Text { get; init; }
}
