using System.Text.Json.Serialization;
using Regio.ExpertTable.Actions;
using Regio.ExpertTable.Deciders;
using Regio.ExpertTable.Disclosures;
using Regio.ExpertTable.SubjectRights;
using Regio.ExpertTable.Texts;

namespace Regio.ExpertTable.Cases;

/// <summary>
/// What one entry of a file says. The kinds are frozen once written: the entries of twenty years must open.
/// Classes without a text form: a record would print what is written about a child.
/// </summary>
[JsonDerivedType(typeof(QuestionAsked), "question_asked")]
[JsonDerivedType(typeof(SentBack), "sent_back")]
[JsonDerivedType(typeof(AnalysisRecorded), "analysis_recorded")]
[JsonDerivedType(typeof(AdviceGiven), "advice_given")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(HelpDeployed), "help_deployed")]
[JsonDerivedType(typeof(GotStuck), "got_stuck")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(TakenFurther), "taken_further")]
[JsonDerivedType(typeof(CameBack), "came_back")]
[JsonDerivedType(typeof(BroughtBack), "brought_back")]
[JsonDerivedType(typeof(OutcomeRecorded), "outcome_recorded")]
[JsonDerivedType(typeof(EvaluationRecorded), "evaluation_recorded")]
[JsonDerivedType(typeof(ClosedUnevaluated), "closed_unevaluated")]
[JsonDerivedType(typeof(OpenedAgain), "opened_again")]
[JsonDerivedType(typeof(LeadAssigned), "lead_assigned")]
[JsonDerivedType(typeof(LeadEnded), "lead_ended")]
[JsonDerivedType(typeof(ClockStopped), "clock_stopped")]
[JsonDerivedType(typeof(ClockResumed), "clock_resumed")]
[JsonDerivedType(typeof(GuideAssigned), "guide_assigned")]
[JsonDerivedType(typeof(GuideEnded), "guide_ended")]
[JsonDerivedType(typeof(WaitsForGuide), "waits_for_guide")]
[JsonDerivedType(typeof(CareBrokerAssigned), "care_broker_assigned")]
[JsonDerivedType(typeof(PartyRecorded), "party_recorded")]
[JsonDerivedType(typeof(ConsentRecorded), "consent_recorded")]
[JsonDerivedType(typeof(GroundRecorded), "ground_recorded")]
[JsonDerivedType(typeof(LegalHoldSet), "legal_hold_set")]
[JsonDerivedType(typeof(LegalHoldLifted), "legal_hold_lifted")]
[JsonDerivedType(typeof(GlassBroken), "glass_broken")]
[JsonDerivedType(typeof(ChairAssigned), "chair_assigned")]
[JsonDerivedType(typeof(AnalysisShared), "analysis_shared")]
[JsonDerivedType(typeof(TextCheckOverridden), "text_check_overridden")]
[JsonDerivedType(typeof(ActionAgreed), "action_agreed")]
[JsonDerivedType(typeof(ActionEnded), "action_ended")]
[JsonDerivedType(typeof(Disclosed), "disclosed")]
[JsonDerivedType(typeof(ReferenceRecorded), "reference_recorded")]
[JsonDerivedType(typeof(RectificationRequested), "rectification_requested")]
[JsonDerivedType(typeof(RectificationExtended), "rectification_extended")]
[JsonDerivedType(typeof(RectificationDecided), "rectification_decided")]
[JsonDerivedType(typeof(DeciderRecorded), "decider_recorded")]
[JsonDerivedType(typeof(HandedOver), "handed_over")]
internal abstract class EntryContent;

internal sealed class QuestionAsked : EntryContent
{
    public required string Question { get; init; }
}

/// <summary>Where a returned case went: no child is bounced without somebody who takes it up.</summary>
internal sealed class SentBack : EntryContent
{
    public required string Receiver { get; init; }

    public required string NextStep { get; init; }
}

/// <summary>A version of the explanatory analysis (verklarende analyse).</summary>
internal sealed class AnalysisRecorded : EntryContent
{
    public required int Number { get; init; }

    public required string Text { get; init; }

    public AnalysisSections? Sections { get; init; }

    /// <summary>All that is written in it, by the names of the fields.</summary>
    public IEnumerable<WrittenText> Texts() =>
        [new("text", Text), .. Sections is { } parts ? parts.Texts() : []];
}

/// <summary>The parts that an analysis is made of; each may be empty.</summary>
internal sealed class AnalysisSections
{
    public string Situation { get; init; } = "";

    public string Factors { get; init; } = "";

    public string Strengths { get; init; } = "";

    public string Explanation { get; init; } = "";

    public string Needs { get; init; } = "";

    public IEnumerable<WrittenText> Texts() =>
    [
        new("sections.situation", Situation), new("sections.factors", Factors), new("sections.strengths", Strengths),
        new("sections.explanation", Explanation), new("sections.needs", Needs),
    ];
}

internal sealed class AdviceGiven : EntryContent
{
    public required string Text { get; init; }

    public required IReadOnlyList<string> Options { get; init; }

    public required string Dissent { get; init; }

    /// <summary>Null: written before sittings were recorded.</summary>
    public Guid? SittingId { get; init; }

    /// <summary>Subjects of the members who dissent.</summary>
    public IReadOnlyList<string> Dissenters { get; init; } = [];
}

internal sealed class Decided : EntryContent
{
    public required bool FollowsAdvice { get; init; }

    public required string Reason { get; init; }

    public required DeciderKind Decider { get; init; }
}

internal sealed class HelpDeployed : EntryContent
{
    public required string Help { get; init; }

    public required string Institution { get; init; }
}

internal sealed class GotStuck : EntryContent
{
    public required string Reason { get; init; }

    public required IReadOnlyList<BottleneckCode> Bottlenecks { get; init; }
}

internal sealed class Resumed : EntryContent
{
    public required string Reason { get; init; }
}

internal sealed class TakenFurther : EntryContent
{
    public required EscalationTarget Target { get; init; }

    public required string Question { get; init; }

    public string? CourtOrderReference { get; init; }

    public DateOnly? CourtOrderDate { get; init; }
}

internal sealed class CameBack : EntryContent
{
    public required string Answer { get; init; }
}

internal sealed class BroughtBack : EntryContent
{
    public required string Reason { get; init; }
}

internal sealed class OutcomeRecorded : EntryContent
{
    public required OutcomeResult Result { get; init; }

    public required string CareForm { get; init; }

    public required IReadOnlyList<BottleneckCode> Bottlenecks { get; init; }

    public required string Remarks { get; init; }
}

internal sealed class EvaluationRecorded : EntryContent
{
    public required string Text { get; init; }
}

internal sealed class ClosedUnevaluated : EntryContent
{
    public required string Reason { get; init; }
}

internal sealed class OpenedAgain : EntryContent
{
    public required string Reason { get; init; }
}

internal sealed class ChairAssigned : EntryContent
{
    public required string Chair { get; init; }
}

internal sealed class LeadAssigned : EntryContent
{
    public required string Lead { get; init; }
}

internal sealed class LeadEnded : EntryContent
{
    public required string Lead { get; init; }
}

internal sealed class ClockStopped : EntryContent
{
    public required ClockStopReason Reason { get; init; }
}

internal sealed class ClockResumed : EntryContent;
