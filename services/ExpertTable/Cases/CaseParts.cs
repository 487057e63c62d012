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
    InExecution,
    Stuck,
    Escalated,
    InEvaluation,
    Closed,
}

/// <summary>Why triage was left out: no other grounds count.</summary>
internal enum TriageWaiver
{
    Crisis,
    Breakthrough,
    Transfer,
    ReturnFromEscalation,
    Reopening,
}

/// <summary>Who decides on an advice.</summary>
internal enum DeciderKind
{
    Municipality,
    CertifiedInstitution,
    Doctor,
    Court,
}

/// <summary>The wider tables: JENN, PC Noord (arranges a closed place) and 3Noord.</summary>
internal enum EscalationTarget
{
    Jenn,
    PcNoord,
    SupraRegional,
}

/// <summary>Whether the help brought what was asked.</summary>
internal enum OutcomeResult
{
    Reached,
    Partly,
    NotReached,
}

/// <summary>What stood in the way (knelpunt).</summary>
internal enum BottleneckCode
{
    NoSupply,
    Waiting,
    TariffOrContract,
    Law,
    Cooperation,
    Safety,
}

/// <summary>Why the clock of a case stands still.</summary>
internal enum ClockStopReason
{
    Family,
    Court,
    ThirdParty,
    Emergency,
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

/// <summary>A sitting as a case knows it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SittingDay(Guid Id, DateOnly Day);

/// <summary>Another child of the family.</summary>
internal sealed class Sibling(Guid pseudonym)
{
    public Guid Pseudonym { get; } = pseudonym;
}

/// <summary>A move from one state to another; the time per state is worked out from these.</summary>
/// <param name="Version">Version of the case after the move.</param>
/// <param name="PreviousState">Null at registration.</param>
/// <param name="State">The new state.</param>
/// <param name="Round">The round that it belongs to.</param>
/// <param name="Stopped">How long the clock stood still in the previous state.</param>
/// <param name="ChangedBy">Subject of the token.</param>
/// <param name="ChangedAt">UTC.</param>
internal sealed record Transition(
    long Version, CaseState? PreviousState, CaseState State, int Round, TimeSpan Stopped, string ChangedBy, DateTimeOffset ChangedAt);

// What holds texts about a child is a class without a text form of its own: a record would print them.

/// <summary>What an analyst writes.</summary>
internal sealed class AnalysisText(string text, AnalysisSections? sections = null)
{
    public string Text { get; } = text;

    public AnalysisSections? Sections { get; } = sections;
}

/// <summary>What the table advises.</summary>
internal sealed class AdviceText(string text, string dissent, IReadOnlyList<string>? options = null, IReadOnlyList<string>? dissenters = null)
{
    public string Text { get; } = text;

    /// <summary>Empty: there was none.</summary>
    public string Dissent { get; } = dissent;

    public IReadOnlyList<string> Options { get; } = options ?? [];

    /// <summary>Subjects of the members who dissent.</summary>
    public IReadOnlyList<string> Dissenters { get; } = dissenters ?? [];
}

/// <summary>What the decider did with the advice.</summary>
internal sealed class DecisionText(bool followsAdvice, string reason, DeciderKind decider = DeciderKind.Municipality)
{
    public bool FollowsAdvice { get; } = followsAdvice;

    public string Reason { get; } = reason;

    public DeciderKind Decider { get; } = decider;
}

/// <summary>What is asked of a wider table.</summary>
internal sealed class Escalation(EscalationTarget target, string question, CourtOrder? courtOrder)
{
    public EscalationTarget Target { get; } = target;

    public string Question { get; } = question;

    public CourtOrder? CourtOrder { get; } = courtOrder;
}

/// <summary>A decision of a court, referred to and not repeated.</summary>
internal sealed record CourtOrder(string Reference, DateOnly Date);

/// <summary>What came of the help.</summary>
internal sealed class Outcome(OutcomeResult result, string careForm, IReadOnlyList<BottleneckCode> bottlenecks, string remarks)
{
    public OutcomeResult Result { get; } = result;

    /// <summary>Code of the product, as Procurement knows it; empty: none was used.</summary>
    public string CareForm { get; } = careForm;

    public IReadOnlyList<BottleneckCode> Bottlenecks { get; } = bottlenecks;

    public string Remarks { get; } = remarks;
}
