using Regio.Procurement.Terms;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Ceilings;

/// <summary>Where a ceiling stands; the numbers are those of the messages.</summary>
internal enum CeilingState
{
    /// <summary>Intended; the provider may give its view.</summary>
    Intention = 1,

    /// <summary>The provider gave its view, or let its time pass.</summary>
    Viewed = 2,

    /// <summary>Set.</summary>
    Active = 3,

    /// <summary>The spend passed the warning; a meeting is due.</summary>
    Warned = 4,

    /// <summary>The meeting took place; a decision is due.</summary>
    Met = 5,

    /// <summary>The spend reached the amount.</summary>
    Reached = 6,

    /// <summary>Ended.</summary>
    Closed = 7,
}

/// <summary>The clocks of a ceiling: agreements of the contract.</summary>
/// <param name="WarningPercent">Percentage of the amount at which a warning is due.</param>
/// <param name="ViewDays">Days that the provider has for its view.</param>
/// <param name="MeetingDays">Days after a warning within which the meeting is held.</param>
internal sealed record CeilingClocks(int WarningPercent, int ViewDays, int MeetingDays)
{
    /// <summary>Where a contract says nothing else: what the region set for the day.</summary>
    public static CeilingClocks Default(TermBook terms, DateOnly day) =>
        new(terms.On(Term.CeilingWarningPercent, day), terms.On(Term.CeilingViewDays, day), terms.On(Term.CeilingMeetingDays, day));
}

/// <summary>A decision on the amount of a ceiling.</summary>
internal sealed class CeilingDecision
{
    public required Guid Id { get; init; }

    public required long AmountCents { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}

/// <summary>
/// A ceiling on what a contract may cost in a period (omzetplafond). It warns and records; care goes on, whatever its state.
/// </summary>
internal sealed class Ceiling
{
    private const int Percent = 100;
    private readonly List<CeilingDecision> _decisions = [];

    private Ceiling(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid ContractId { get; init; }

    public required Guid ProviderId { get; init; }

    /// <summary>With an end.</summary>
    public required Validity Validity { get; init; }

    public required CeilingClocks Clocks { get; init; }

    /// <summary>What is always paid, whatever the ceiling, as agreed.</summary>
    public required string AlwaysPaidClause { get; init; }

    /// <summary>Last day on which the provider can give its view.</summary>
    public required DateOnly ViewDueOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long AmountCents { get; private set; }

    public CeilingState State { get; private set; }

    /// <summary>Spend that counts: without what is always paid.</summary>
    public long CountedCents { get; private set; }

    public long AlwaysPaidCents { get; private set; }

    public string View { get; private set; } = "";

    public DateOnly? WarnedOn { get; private set; }

    /// <summary>What counted on the day of the warning: the letter says so, also when it is read later.</summary>
    public long? WarnedCents { get; private set; }

    /// <summary>The amount on the day of the warning.</summary>
    public long? WarnedAmountCents { get; private set; }

    public DateOnly? MeetingDueOn { get; private set; }

    public DateOnly? MetOn { get; private set; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<CeilingDecision> Decisions => _decisions;

    public bool MeetingLate => MetOn > MeetingDueOn;

    // Multiplied out, so that nothing is rounded.
    private bool IsPastWarning => (decimal)CountedCents * Percent >= (decimal)AmountCents * Clocks.WarningPercent;

    public static Ceiling Intend(
        Guid id, (Guid ContractId, Guid ProviderId) contract, Validity validity, long amountCents, CeilingClocks clocks, string alwaysPaid, (DateOnly Today, DateTimeOffset At) now) =>
        new(id)
        {
            ContractId = contract.ContractId,
            ProviderId = contract.ProviderId,
            Validity = validity,
            AmountCents = amountCents,
            Clocks = clocks,
            AlwaysPaidClause = alwaysPaid,
            ViewDueOn = now.Today.AddDays(clocks.ViewDays),
            CreatedAt = now.At,
            State = CeilingState.Intention,
        };

    /// <summary>
    /// A ceiling lies inside its contract and has an end. Spend is known by month, so it begins and ends with a month,
    /// unless it begins or ends with the contract: a month then belongs to one ceiling.
    /// </summary>
    public static void RequirePeriod(Validity asked, Validity contract)
    {
        if (asked.Until is not { } until || !contract.Contains(asked))
            throw new DomainException(CeilingRules.OutsideContract, "ceiling.period");
        if ((asked.From.Day != 1 && asked.From != contract.From) || (until.Day != 1 && until != contract.Until))
            throw new DomainException(CeilingRules.MidMonth, "ceiling.period");
    }

    /// <summary>The view of the provider; an empty one, after its time has passed, says that none was given.</summary>
    public void RecordView(string view, DateOnly today)
    {
        Require(CeilingState.Intention);
        if (view.Length == 0 && today <= ViewDueOn)
            throw new DomainException(CeilingRules.ViewNotDue, "view", new Dictionary<string, string> { ["due"] = CeilingRules.Text(ViewDueOn) });
        (View, State) = (view, CeilingState.Viewed);
        Version++;
    }

    public void Decide(Guid decisionId, string reason, DateOnly today, DateTimeOffset now)
    {
        if (State == CeilingState.Intention)
            throw new DomainException(CeilingRules.ViewMissing);
        Require(CeilingState.Viewed);
        Take(new CeilingDecision { Id = decisionId, AmountCents = AmountCents, Reason = reason, DecidedAt = now }, today);
    }

    /// <summary>Takes over what has been spent so far, and passes the warning or the amount when it says so.</summary>
    /// <returns>Whether the state changed.</returns>
    public bool Count(long countedCents, long alwaysPaidCents, DateOnly today)
    {
        var before = State;
        if ((CountedCents, AlwaysPaidCents) == (countedCents, alwaysPaidCents))
            return false;
        (CountedCents, AlwaysPaidCents) = (countedCents, alwaysPaidCents);
        if (State is CeilingState.Active or CeilingState.Warned or CeilingState.Met)
            Measure(today);
        Version++;
        return State != before;
    }

    public void RecordMeeting(DateOnly day, DateOnly today)
    {
        Require(CeilingState.Warned, CeilingState.Reached);
        if (day > today)
            throw new DomainException(CeilingRules.MeetingAhead, "meeting_date");
        MetOn = day;
        State = State == CeilingState.Warned ? CeilingState.Met : State;
        Version++;
    }

    /// <summary>
    /// The amount from now on, which may be the same. A warning that still stands has been dealt with by this decision; one
    /// that does not stand any more is forgotten, so that the next one is given when its time comes.
    /// </summary>
    public void Adjust(Guid decisionId, long amountCents, string reason, DateOnly today, DateTimeOffset now)
    {
        Require(CeilingState.Met, CeilingState.Reached);
        AmountCents = amountCents;
        if (!IsPastWarning)
            (WarnedOn, WarnedCents, WarnedAmountCents, MeetingDueOn, MetOn) = (null, null, null, null, null);
        Take(new CeilingDecision { Id = decisionId, AmountCents = amountCents, Reason = reason, DecidedAt = now }, today);
    }

    public void Close(DateOnly today)
    {
        if (State == CeilingState.Closed)
            throw Wrong();
        if (today < Validity.Until)
            throw new DomainException(CeilingRules.Running, metadata: new Dictionary<string, string> { ["until"] = CeilingRules.Text(Validity.Until.Value) });
        State = CeilingState.Closed;
        Version++;
    }

    private void Take(CeilingDecision decision, DateOnly today)
    {
        _decisions.Add(decision);
        State = CeilingState.Active;
        Measure(today);
        Version++;
    }

    private void Measure(DateOnly today)
    {
        if (IsPastWarning && WarnedOn is null)
        {
            (State, WarnedOn, MeetingDueOn) = (CeilingState.Warned, today, today.AddDays(Clocks.MeetingDays));
            (WarnedCents, WarnedAmountCents) = (CountedCents, AmountCents);
        }

        if (CountedCents >= AmountCents)
            State = CeilingState.Reached;
    }

    private void Require(params ReadOnlySpan<CeilingState> allowed)
    {
        if (!allowed.Contains(State))
            throw Wrong();
    }

    private DomainException Wrong() =>
        new(CeilingRules.WrongState, metadata: new Dictionary<string, string> { ["state"] = State.ToString().ToLowerInvariant() });
}
