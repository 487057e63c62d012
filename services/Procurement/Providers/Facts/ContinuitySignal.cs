using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Providers.Facts;

/// <summary>What a signal is about; the numbers are those of the messages.</summary>
internal enum SignalKind
{
    /// <summary>Money.</summary>
    Finance = 1,

    /// <summary>People.</summary>
    Staff = 2,

    /// <summary>Quality.</summary>
    Quality = 3,

    /// <summary>A takeover, merger or change of the board.</summary>
    Governance = 4,

    /// <summary>A location.</summary>
    Location = 5,
}

/// <summary>A signal that the continuity of care at a provider may be at risk. It is followed up, and closed with what came of it.</summary>
internal sealed class ContinuitySignal
{
    private ContinuitySignal(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid ProviderId { get; init; }

    public required SignalKind Kind { get; init; }

    public required string Summary { get; init; }

    public required DateOnly NotedOn { get; init; }

    public required DateOnly FollowUpOn { get; init; }

    public DateOnly? ClosedOn { get; private set; }

    public string Outcome { get; private set; } = "";

    public long Version { get; private set; } = 1;

    public required DateTimeOffset RecordedAt { get; init; }

    public static ContinuitySignal Record(Guid id, Guid providerId, SignalKind kind, string summary, DateOnly notedOn, DateOnly followUpOn, DateTimeOffset now) =>
        followUpOn < notedOn
            ? throw new DomainException(ProviderFactRules.FollowUpEarly, "signal.follow_up_date")
            : new(id) { ProviderId = providerId, Kind = kind, Summary = summary, NotedOn = notedOn, FollowUpOn = followUpOn, RecordedAt = now };

    public void Close(DateOnly day, string outcome)
    {
        if (ClosedOn is not null)
            throw new DomainException(ProviderFactRules.Closed);
        if (day < NotedOn)
            throw new DomainException(ProviderFactRules.ClosedEarly, "closed_date");
        (ClosedOn, Outcome) = (day, outcome);
        Version++;
    }
}
