using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Emergencies;

/// <summary>A case that somebody opened in an emergency, for a day. Why is in the file.</summary>
internal sealed class EmergencyAccess
{
    private static readonly TimeSpan s_open = TimeSpan.FromDays(1);

    private EmergencyAccess(Guid id, Guid caseId, string subject, DateTimeOffset openedAt, DateTimeOffset expiresAt)
    {
        Id = id;
        CaseId = caseId;
        Subject = subject;
        OpenedAt = openedAt;
        ExpiresAt = expiresAt;
    }

    public Guid Id { get; }

    public Guid CaseId { get; }

    /// <summary>Who opened it.</summary>
    public string Subject { get; }

    public DateTimeOffset OpenedAt { get; }

    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Who saw to it; null: nobody yet.</summary>
    public string? SeenBy { get; private set; }

    public DateTimeOffset? SeenAt { get; private set; }

    public static EmergencyAccess Open(Guid id, Guid caseId, Act act) => new(id, caseId, act.By, act.At, act.At + s_open);

    /// <summary>Somebody else than who opened it has seen to it.</summary>
    public void Acknowledge(Act act)
    {
        if (act.By == Subject)
            throw new DomainException(EmergencyRules.Own);
        if (SeenBy is not null)
            throw new DomainException(EmergencyRules.Seen);
        (SeenBy, SeenAt) = (act.By, act.At);
    }
}
