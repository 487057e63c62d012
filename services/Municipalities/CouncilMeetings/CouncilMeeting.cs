using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Where a meeting of the councils stands; the numbers are those of the messages.</summary>
internal enum CouncilMeetingState
{
    Planned = 1,
    Held = 2,
    Cancelled = 3,
}

/// <summary>A meeting to which all councils of a region are invited, with what they answered and who came.</summary>
internal sealed class CouncilMeeting
{
    private readonly List<CouncilInvitation> _invitations = [];
    private readonly List<CouncilReply> _replies = [];
    private readonly List<CouncilMeetingMove> _moves = [];
    private readonly List<InvitationSending> _sendings = [];

    private CouncilMeeting(Guid id) => Id = id;

    public Guid Id { get; }

    public string RegionId { get; private init; } = "";

    public string Subject { get; private init; } = "";

    public string Programme { get; private init; } = "";

    public string Place { get; private init; } = "";

    public DateOnly PlannedOn { get; private set; }

    public DateOnly ReplyDueOn { get; private set; }

    /// <summary>The decision round that it is about; null: none.</summary>
    public Guid? RoundId { get; private init; }

    /// <summary>Day by which meetings are ordered: the planned one until it was held.</summary>
    public DateOnly Day { get; private set; }

    public CouncilMeetingState State { get; private set; } = CouncilMeetingState.Planned;

    public string CancelReason { get; private set; } = "";

    public long Version { get; private set; } = 1;

    public IReadOnlyList<CouncilInvitation> Invitations => _invitations;

    public IReadOnlyList<CouncilReply> Replies => _replies;

    /// <summary>How it was moved from day to day, in that order.</summary>
    public IReadOnlyList<CouncilMeetingMove> Moves => _moves;

    /// <summary>When invitations were sent, in the order of recording.</summary>
    public IReadOnlyList<InvitationSending> Sendings => _sendings;

    /// <summary>How often the invitation was replaced or withdrawn (RFC 5545 SEQUENCE).</summary>
    public int Sequence => _moves.Count + (State == CouncilMeetingState.Cancelled ? 1 : 0);

    /// <summary>Plans a meeting.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="facts">What it is.</param>
    /// <param name="members">The municipalities that are members of the region on that day, in the order of the register.</param>
    public static CouncilMeeting Plan(Guid id, CouncilMeetingFacts facts, IReadOnlyList<string> members)
    {
        if (members.Count == 0)
            throw new DomainException(CouncilMeetingRules.WithoutCouncils, "meeting.planned_date");
        var meeting = new CouncilMeeting(id)
        {
            RegionId = facts.RegionId,
            Subject = facts.Subject,
            Programme = facts.Programme,
            Place = facts.Place,
            PlannedOn = facts.PlannedOn,
            ReplyDueOn = facts.ReplyDueOn,
            RoundId = facts.RoundId,
            Day = facts.PlannedOn,
        };
        meeting._invitations.AddRange(members.Select((member, place) => new CouncilInvitation { MunicipalityId = member, Rank = place + 1 }));
        return meeting;
    }

    /// <summary>
    /// The reply that holds: of those received last, the one recorded last. What was answered before the meeting was moved says
    /// nothing about the new day.
    /// </summary>
    public CouncilReply? ReplyOf(string municipalityId) =>
        _replies.Where(r => r.MunicipalityId == municipalityId && InvitationAnswered(r) == _moves.Count)
            .OrderBy(r => r.ReceivedOn).ThenBy(r => r.Number).LastOrDefault();

    /// <summary>Whether it came after the day to answer by of the invitation that it answers.</summary>
    public bool IsLate(CouncilReply reply) =>
        reply.ReceivedOn > (InvitationAnswered(reply) is var answered && answered < _moves.Count ? _moves[answered].ReplyDueBefore : ReplyDueOn);

    /// <summary>The sending of an invitation that was recorded last.</summary>
    public InvitationSending? SendingTo(string municipalityId) => _sendings.FindLast(s => s.MunicipalityId == municipalityId);

    /// <summary>Whether what was sent has been replaced or withdrawn since.</summary>
    public bool IsOutdated(InvitationSending sending) => sending.Sequence < Sequence;

    /// <summary>Moves it to another day. Replies are asked anew; who became a member of the region by then is invited too.</summary>
    public void Move(MoveFacts facts, IReadOnlyList<string> members, Moment moment)
    {
        RequirePlanned();
        if (facts.PlannedOn == PlannedOn)
            throw new DomainException(CouncilMeetingRules.SameDay, "planned_date");
        if (members.Count == 0)
            throw new DomainException(CouncilMeetingRules.WithoutCouncils, "planned_date");
        _moves.Add(new CouncilMeetingMove
        {
            Number = _moves.Count + 1,
            PlannedBefore = PlannedOn,
            ReplyDueBefore = ReplyDueOn,
            Reason = facts.Reason,
            MovedOn = moment.Today,
            RecordedAt = moment.Now,
            RecordedBy = moment.By,
        });
        (PlannedOn, ReplyDueOn, Day) = (facts.PlannedOn, facts.ReplyDueOn, facts.PlannedOn);
        foreach (var member in members.Where(m => !_invitations.Exists(i => i.MunicipalityId == m)))
            _invitations.Add(new CouncilInvitation { MunicipalityId = member, Rank = _invitations.Count + 1 });
        Version++;
    }

    /// <summary>Records that the invitation, as it is now, was sent to the clerks of councils on a day.</summary>
    public void RecordSent(DateOnly day, IReadOnlyList<(string MunicipalityId, string Recipient)> sent, Moment moment)
    {
        RecordedFact.RefuseFuture(day, moment.Today, "sent_date");
        for (var i = 0; i < sent.Count; i++)
        {
            Invitation(sent[i].MunicipalityId, $"sendings[{i}].municipality_id");
            _sendings.Add(new InvitationSending
            {
                Number = _sendings.Count + 1,
                MunicipalityId = sent[i].MunicipalityId,
                Recipient = sent[i].Recipient,
                SentOn = day,
                Sequence = Sequence,
                RecordedAt = moment.Now,
                RecordedBy = moment.By,
            });
        }

        Version++;
    }

    /// <summary>Records what a council answered; a fact, so also when it is late or the meeting is over.</summary>
    public void Reply(ReplyFacts facts, Moment moment)
    {
        Invitation(facts.MunicipalityId, "reply.municipality_id");
        RecordedFact.RefuseFuture(facts.ReceivedOn, moment.Today, "reply.received_date");
        _replies.Add(new CouncilReply
        {
            Number = _replies.Count + 1,
            MunicipalityId = facts.MunicipalityId,
            People = facts.People,
            ReceivedOn = facts.ReceivedOn,
            Note = facts.Note,
            RecordedAt = moment.Now,
            RecordedBy = moment.By,
        });
        Version++;
    }

    /// <summary>Records that it was held.</summary>
    /// <param name="day">The day.</param>
    /// <param name="present">How many came, by municipality; the others stayed away.</param>
    /// <param name="today">The day in the Netherlands.</param>
    public void Hold(DateOnly day, IReadOnlyList<(string MunicipalityId, int People)> present, DateOnly today)
    {
        RequirePlanned();
        RecordedFact.RefuseFuture(day, today, "held_date");
        var invited = present.Select((came, place) => Invitation(came.MunicipalityId, $"attendances[{place}].municipality_id")).ToList();
        foreach (var (invitation, came) in invited.Zip(present))
            invitation.Present = came.People;
        (State, Day) = (CouncilMeetingState.Held, day);
        Version++;
    }

    public void Cancel(string reason)
    {
        RequirePlanned();
        (State, CancelReason) = (CouncilMeetingState.Cancelled, reason);
        Version++;
    }

    public CouncilInvitation Invitation(string municipalityId, string field) =>
        _invitations.Find(i => i.MunicipalityId == municipalityId) ?? throw new DomainException(CouncilMeetingRules.NotInvited, field);

    private int InvitationAnswered(CouncilReply reply) => _moves.Count(m => m.MovedOn <= reply.ReceivedOn);

    private void RequirePlanned()
    {
        if (State != CouncilMeetingState.Planned)
            throw new DomainException(CouncilMeetingRules.NotPlanned, "meeting_id");
    }
}

/// <summary>What a planned meeting is.</summary>
internal sealed record CouncilMeetingFacts
{
    public required string RegionId { get; init; }

    public required string Subject { get; init; }

    public required string Programme { get; init; }

    public required string Place { get; init; }

    public required DateOnly PlannedOn { get; init; }

    public required DateOnly ReplyDueOn { get; init; }

    public required Guid? RoundId { get; init; }
}

/// <summary>The invitation of one council.</summary>
internal sealed class CouncilInvitation
{
    public required string MunicipalityId { get; init; }

    /// <summary>Place in the list, from 1: the order of the register.</summary>
    public required int Rank { get; init; }

    /// <summary>How many people came.</summary>
    public int Present { get; set; }
}

/// <summary>What a council answered; it never changes.</summary>
internal sealed record CouncilReply
{
    public required int Number { get; init; }

    public required string MunicipalityId { get; init; }

    /// <summary>How many people come; 0: nobody.</summary>
    public required int People { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required string Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>What is recorded as a reply.</summary>
/// <param name="MunicipalityId">The municipality whose council it is.</param>
/// <param name="People">How many people come; 0: nobody.</param>
/// <param name="ReceivedOn">The day.</param>
/// <param name="Note">What else was said.</param>
internal sealed record ReplyFacts(string MunicipalityId, int People, DateOnly ReceivedOn, string Note);
