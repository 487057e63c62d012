using System.Runtime.InteropServices;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Cases;

/// <summary>Where a case stands.</summary>
internal enum CaseState
{
    Registered,
    Returned,
    Accepted,
    Scheduled,
    Advised,
    Decided,
}

/// <summary>Where a purchase request of a case stands.</summary>
internal enum PurchaseState
{
    Requested,
    Granted,
    Refused,
}

/// <summary>Who does something, and when.</summary>
/// <param name="By">Subject of the token.</param>
/// <param name="At">UTC.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Act(string By, DateTimeOffset At)
{
    /// <summary>The day on Dutch calendars.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.InDutchTime().DateTime);
}

// The parts that hold texts about a child are classes without a text form of their own: a record would print them.

/// <summary>A version of the explanatory analysis (verklarende analyse).</summary>
internal sealed class Analysis(int version, string text, string author, DateTimeOffset recordedAt)
{
    public int Version { get; } = version;

    public string Text { get; } = text;

    public string Author { get; } = author;

    public DateTimeOffset RecordedAt { get; } = recordedAt;
}

/// <summary>The advice of the table.</summary>
internal sealed class Advice(string text, string dissent, string givenBy, DateTimeOffset givenAt)
{
    public string Text { get; } = text;

    /// <summary>Empty: there was none.</summary>
    public string Dissent { get; } = dissent;

    public string GivenBy { get; } = givenBy;

    public DateTimeOffset GivenAt { get; } = givenAt;
}

/// <summary>What the decider did with the advice.</summary>
internal sealed class Decision(bool followsAdvice, string reason, string decidedBy, DateTimeOffset decidedAt)
{
    public bool FollowsAdvice { get; } = followsAdvice;

    public string Reason { get; } = reason;

    public string DecidedBy { get; } = decidedBy;

    public DateTimeOffset DecidedAt { get; } = decidedAt;
}

/// <summary>Where a returned case went: no child is bounced without somebody who takes it up.</summary>
internal sealed class CaseReturn(string receiver, string nextStep)
{
    public string Receiver { get; } = receiver;

    public string NextStep { get; } = nextStep;
}

/// <summary>A move from one state to another; the time per state is worked out from these.</summary>
internal sealed record Transition(long Version, CaseState? PreviousState, CaseState State, string ChangedBy, DateTimeOffset ChangedAt);
