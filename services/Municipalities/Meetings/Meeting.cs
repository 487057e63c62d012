using Regio.Municipalities.Bodies;
using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Meetings;

/// <summary>A meeting of a body of the region: its agenda, who was there and what it decided.</summary>
internal sealed class Meeting
{
    public const int MostItems = 100;

    private readonly List<AgendaItem> _items = [];
    private readonly List<ItemDecision> _decisions = [];

    private Meeting(Guid id) => Id = id;

    public Guid Id { get; }

    public string BodyId { get; private init; } = "";

    public DateOnly PlannedOn { get; private init; }

    public string Place { get; private init; } = "";

    /// <summary>Day by which meetings are ordered: the planned one until it was held.</summary>
    public DateOnly Day { get; private set; }

    public MeetingState State { get; private set; } = MeetingState.Planned;

    public List<int> PresentSeats { get; private set; } = [];

    /// <summary>Null until the meeting was held. It stays as the rule and the seats of that day made it.</summary>
    public MeetingQuorum? Quorum { get; private set; }

    /// <summary>How many voting seats had to be present; 0 without a rule.</summary>
    public int RequiredSeats { get; private set; }

    public int CountedSeats { get; private set; }

    public string CancelReason { get; private set; } = "";

    public long Version { get; private set; } = 1;

    public IReadOnlyList<AgendaItem> Items => _items;

    public IReadOnlyList<ItemDecision> Decisions => _decisions;

    public static Meeting Plan(Guid id, Body body, DateOnly day, string place)
    {
        if (body.IsOutside)
            throw new DomainException(MeetingRules.OfOutsideBody, "meeting.body_id");
        RequireBody(body, day, "meeting.planned_date");
        return new Meeting(id) { BodyId = body.Id, PlannedOn = day, Day = day, Place = place };
    }

    public AgendaItem Put(string title, string annotation, string proposedDecision)
    {
        RequirePlanned();
        if (_items.Count >= MostItems)
            throw MeetingRules.Full(MostItems);
        var item = new AgendaItem { Number = _items.Count + 1, Title = title, Annotation = annotation, ProposedDecision = proposedDecision };
        _items.Add(item);
        Version++;
        return item;
    }

    public AgendaItem Annotate(int number, string annotation, string proposedDecision)
    {
        RequirePlanned();
        var item = Item(number);
        item.Annotation = annotation;
        item.ProposedDecision = proposedDecision;
        Version++;
        return item;
    }

    public void Cancel(string reason)
    {
        RequirePlanned();
        State = MeetingState.Cancelled;
        CancelReason = reason;
        Version++;
    }

    /// <summary>Records that it was held. Too few present is a fact like any other: it takes the effect from what was decided.</summary>
    /// <param name="body">The body, whose rule and seats of that day count.</param>
    /// <param name="day">Day on which it was held.</param>
    /// <param name="present">Numbers of the seats from which it was attended.</param>
    public void Hold(Body body, DateOnly day, IReadOnlyList<int> present)
    {
        RequirePlanned();
        RequireBody(body, day, "held_date");
        for (var i = 0; i < present.Count; i++)
        {
            var field = $"present_seats[{i}]";
            var seat = body.Seat(present[i], field);
            if (!seat.Validity.Contains(day))
                throw BodyRules.Outside(BodyRules.SeatNotOpen, seat.Validity, field);
        }

        var answer = body.CheckQuorum(present, day);
        Quorum = (body.QuorumOn(day), answer.Met) switch
        {
            (null, _) => MeetingQuorum.NoRule,
            (_, true) => MeetingQuorum.Met,
            _ => MeetingQuorum.NotMet,
        };
        RequiredSeats = answer.Required;
        CountedSeats = answer.Present;
        PresentSeats = [.. present.Order()];
        State = MeetingState.Held;
        Day = day;
        Version++;
    }

    public ItemDecision Decide(Guid id, ItemDecisionFacts facts, Moment moment)
    {
        if (State != MeetingState.Held)
            throw new DomainException(MeetingRules.NotHeld, "meeting_id");
        var item = Item(facts.ItemNumber);
        var before = _decisions.Count(d => d.ItemNumber == item.Number);
        if (before > 0 && facts.CorrectionReason.Length == 0)
            throw new DomainException(MeetingRules.ItemDecided, "correction_reason");
        if (before == 0 && facts.CorrectionReason.Length > 0)
            throw new DomainException(MeetingRules.ItemNotDecided, "correction_reason");
        var decision = new ItemDecision
        {
            Id = id,
            MeetingId = Id,
            BodyId = BodyId,
            DecidedOn = Day,
            ItemNumber = item.Number,
            Title = item.Title,
            Version = before + 1,
            Outcome = facts.Outcome,
            LiteralText = facts.LiteralText,
            CorrectionReason = facts.CorrectionReason,
            TakesEffect = Quorum != MeetingQuorum.NotMet,
            RecordedAt = moment.Now,
            RecordedBy = moment.By,
        };
        _decisions.Add(decision);
        Version++;
        return decision;
    }

    private static void RequireBody(Body body, DateOnly day, string field)
    {
        if (!body.Validity.Contains(day))
            throw BodyRules.Outside(MeetingRules.OutsideBodyPeriod, body.Validity, field);
    }

    private AgendaItem Item(int number) => _items.Find(i => i.Number == number) ?? throw new DomainException(MeetingRules.ItemUnknown, "item_number");

    private void RequirePlanned()
    {
        if (State != MeetingState.Planned)
            throw new DomainException(MeetingRules.NotPlanned, "meeting_id");
    }
}
