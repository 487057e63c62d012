namespace Regio.Reporting.Projection;

/// <summary>
/// How a ceiling stood from one of its events on. Kept also when it comes late: how a ceiling stood on a day follows from
/// all its steps.
/// </summary>
internal sealed record ProjectedCeilingStep
{
    public required Guid CeilingId { get; init; }

    public required long Version { get; init; }

    public required Guid ContractId { get; init; }

    public required Guid ProviderId { get; init; }

    public required string State { get; init; }

    public required long AmountCents { get; init; }

    /// <summary>Spend that counts, in eurocents.</summary>
    public required long CountedCents { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidUntil { get; init; }

    public required DateOnly? MeetingDueOn { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>A client stop as its last event tells it.</summary>
internal sealed record ProjectedClientStop
{
    public required Guid Id { get; init; }

    public required Guid ProviderId { get; init; }

    /// <summary>Absent: all products.</summary>
    public required string? ProductId { get; init; }

    public required bool IsPartial { get; init; }

    public required string Declarer { get; init; }

    public required bool AnnouncedLate { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidUntil { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
