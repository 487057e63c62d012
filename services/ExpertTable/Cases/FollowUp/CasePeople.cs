using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Cases;

/// <content>Who chairs and who leads a case, and when its clock stands still.</content>
internal sealed partial class Case
{
    /// <summary>Subject of the chair whose case it is; null: nobody took it up yet. It stays with a closed case, for its re-opening.</summary>
    public string? Chair { get; private set; }

    /// <summary>Subject of the one who leads the case (regiehouder); at most one at a time.</summary>
    public string? Lead { get; private set; }

    /// <summary>Why the clock stands still; null: it runs.</summary>
    public ClockStopReason? ClockStop { get; private set; }

    public DateTimeOffset? ClockStoppedAt { get; private set; }

    /// <summary>How long the clock stood still in this state, stops that ended only.</summary>
    public TimeSpan StoppedInState { get; private set; }

    /// <summary>A case that is open and has no lead raises an alarm.</summary>
    public bool IsLeadMissing => Lead is null && IsOpen(State);

    public static bool IsOpen(CaseState state) => s_open.Contains(state);

    /// <summary>How long the clock stood still in this state, a stop that lasts included.</summary>
    public TimeSpan StoppedUntil(DateTimeOffset now) => ClockStoppedAt is { } since ? StoppedInState + (now - since) : StoppedInState;

    /// <summary>A case that nobody chairs becomes that of the chair who first does something about it.</summary>
    public void TakeUp(Act act)
    {
        if (Chair is null)
            Chaired(act.By, act);
    }

    /// <summary>Hands the case to another chair.</summary>
    public void AssignChair(string chair, Act act)
    {
        if (Chair == chair)
            throw new DomainException(CaseRules.ChairPresent, "chair");
        Chaired(chair, act);
    }

    private void Chaired(string chair, Act act)
    {
        Version++;
        Chair = chair;
        Write(new ChairAssigned { Chair = chair }, act);
    }

    public void AssignLead(string lead, Act act)
    {
        Require(s_open);
        if (Lead is not null)
            throw new DomainException(CaseRules.LeadPresent, "lead");
        Version++;
        Lead = lead;
        Write(new LeadAssigned { Lead = lead }, act);
    }

    public void EndLead(Act act)
    {
        if (Lead is not { } lead)
            throw new DomainException(CaseRules.LeadMissing);
        Version++;
        Lead = null;
        Write(new LeadEnded { Lead = lead }, act);
    }

    /// <summary>The clock stops only with a reason: what nobody at the table can speed up.</summary>
    public void StopClock(ClockStopReason reason, Act act)
    {
        Require(s_open);
        if (ClockStop is { } running)
            throw new DomainException(CaseRules.ClockStopped, metadata: Values(("reason", Codes.Of(running))));
        Version++;
        (ClockStop, ClockStoppedAt) = (reason, act.At);
        Write(new ClockStopped { Reason = reason }, act);
    }

    public void ResumeClock(Act act)
    {
        if (ClockStop is null)
            throw new DomainException(CaseRules.ClockRuns);
        Version++;
        StoppedInState += act.At - ClockStoppedAt!.Value;
        (ClockStop, ClockStoppedAt) = (null, null);
        Write(new ClockResumed(), act);
    }

    /// <summary>A move starts the clock of the new state; answers how long that of the old one stood still.</summary>
    private TimeSpan EndClockStop(Act act)
    {
        if (ClockStop is not null)
            ResumeClock(act);
        var stopped = StoppedInState;
        StoppedInState = TimeSpan.Zero;
        return stopped;
    }
}
