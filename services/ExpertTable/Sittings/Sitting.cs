using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Sittings;

/// <summary>What a participant is to the cases of a sitting.</summary>
internal enum ParticipantRelation
{
    /// <summary>Sits at the table and advises.</summary>
    Member,

    /// <summary>Is heard, and takes no part in the advice.</summary>
    Guest,
}

/// <summary>Somebody who is asked to come.</summary>
internal sealed record Invitation(string Subject, ParticipantRelation Relation, string Organisation);

/// <summary>Somebody who was invited; an invitation that was taken back stays on record.</summary>
internal sealed class Participant(int number, string subject, ParticipantRelation relation, string organisation, DateTimeOffset invitedAt)
{
    /// <summary>Order within the sitting, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Subject of their tokens.</summary>
    public string Subject { get; } = subject;

    public ParticipantRelation Relation { get; } = relation;

    public string Organisation { get; } = organisation;

    public DateTimeOffset InvitedAt { get; } = invitedAt;

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public void Withdraw(DateTimeOffset at) => WithdrawnAt = at;
}

/// <summary>A sitting of the table and who is invited to it.</summary>
internal sealed class Sitting
{
    private readonly List<Participant> _participants = [];

    private Sitting(Guid id, DateOnly day, string label)
    {
        Id = id;
        Day = day;
        Label = label;
    }

    public Guid Id { get; }

    public DateOnly Day { get; }

    /// <summary>Tells it from another sitting of the same day; may be empty.</summary>
    public string Label { get; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<Participant> Participants => _participants;

    /// <summary>Those who are invited now.</summary>
    public IEnumerable<Participant> Invited => _participants.Where(p => p.WithdrawnAt is null).OrderBy(p => p.Number);

    public static Sitting Plan(Guid id, DateOnly day, string label, IEnumerable<Invitation> invitations, Act act)
    {
        if (day < act.Day)
            throw new DomainException(CaseRules.SittingInPast, "sitting_date");
        var planned = new Sitting(id, day, label);
        foreach (var (index, invitation) in invitations.Index())
            planned.Add(invitation, act, $"participants[{index}].subject");
        return planned;
    }

    public void Invite(Invitation invitation, Act act)
    {
        Add(invitation, act, "participant.subject");
        Version++;
    }

    /// <summary>Takes an invitation back.</summary>
    public void Withdraw(string subject, Act act)
    {
        var participant = Invited.SingleOrDefault(p => p.Subject == subject) ?? throw new DomainException(SittingRules.ParticipantUnknown, "subject");
        participant.Withdraw(act.At);
        Version++;
    }

    /// <summary>Who sees it differently sits at the table: refused for guests and for who is not invited.</summary>
    public void RequireMembers(IReadOnlyList<string> subjects, string field)
    {
        foreach (var (index, subject) in subjects.Index())
        {
            if (!Invited.Any(p => p.Subject == subject && p.Relation == ParticipantRelation.Member))
                throw new DomainException(SittingRules.DissenterNotMember, $"{field}[{index}]");
        }
    }

    private void Add(Invitation invitation, Act act, string field)
    {
        if (Invited.Any(p => p.Subject == invitation.Subject))
            throw new DomainException(SittingRules.ParticipantPresent, field);
        _participants.Add(new Participant(_participants.Count + 1, invitation.Subject, invitation.Relation, invitation.Organisation, act.At));
    }
}
