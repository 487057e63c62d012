namespace Regio.Reporting.Projection;

/// <summary>A message of iJw that came in, as its event tells it.</summary>
internal sealed record ProjectedCareMessage
{
    public required Guid Id { get; init; }

    /// <summary>Such as JW305; empty when it is none.</summary>
    public required string Kind { get; init; }

    /// <summary>CBS code of the municipality among its parties; null: unknown.</summary>
    public required string? MunicipalityId { get; init; }

    /// <summary>AGB code of the provider among its parties; null: unknown.</summary>
    public required string? ProviderAgbCode { get; init; }

    /// <summary>unreadable, refused or taken.</summary>
    public required string Outcome { get; init; }

    public required int FindingCount { get; init; }

    /// <summary>Kind of the return message; null: none.</summary>
    public required string? AnswerKind { get; init; }

    /// <summary>Last day for an answer; null: none is due.</summary>
    public required DateOnly? AnswerDueOn { get; init; }

    /// <summary>The first findings, as the event has them; null: none are told.</summary>
    public required string? Findings { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
