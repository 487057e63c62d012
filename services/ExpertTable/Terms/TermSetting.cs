using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Terms;

/// <summary>What a setting is about; the numbers are those of the messages.</summary>
internal enum Term
{
    /// <summary>Days from registration to triage.</summary>
    TriageDays = 1,

    /// <summary>Days from acceptance to the agenda of a sitting.</summary>
    AgendaDays = 2,

    /// <summary>Days from the sitting to the advice.</summary>
    AdviceDays = 3,

    /// <summary>Days from the advice to the decision.</summary>
    DecisionDays = 4,

    /// <summary>Days from the decision until the help begins.</summary>
    StartDays = 5,

    /// <summary>Days of execution after which the outcome is looked at.</summary>
    OutcomeDays = 6,

    /// <summary>Days that a case may be stuck.</summary>
    StuckDays = 7,

    /// <summary>Days that a wider table may take.</summary>
    EscalationDays = 8,

    /// <summary>Days from the outcome to the closing.</summary>
    EvaluationDays = 9,

    /// <summary>Days that a case waits for a guide.</summary>
    GuideDays = 10,

    /// <summary>Days within which a case gets a lead.</summary>
    LeadDays = 11,

    /// <summary>Days before a last day on which a reminder is due.</summary>
    ReminderDays = 12,

    /// <summary>Days that the worklist looks ahead.</summary>
    WorklistDays = 13,

    /// <summary>Age in years from which a youth consents to help.</summary>
    HelpYouthAge = 14,

    /// <summary>Age in years from which help needs no consent of those with authority.</summary>
    HelpHolderAge = 15,

    /// <summary>Age in years from which a youth, and no longer those with authority, consents to the use of the file.</summary>
    FileYouthAge = 16,

    /// <summary>Age in years from which a youth, and no longer those with authority, consents to telling others.</summary>
    DisclosureYouthAge = 17,

    /// <summary>Years that a case file is kept after its last change.</summary>
    FileYears = 18,

    /// <summary>Months within which a request to put a file right is answered.</summary>
    RectificationMonths = 19,

    /// <summary>Months by which that is moved once.</summary>
    RectificationExtensionMonths = 20,

    /// <summary>Years that a returned case is kept after its last change.</summary>
    ReferralYears = 21,

    /// <summary>Years for which a line of the read log names the child.</summary>
    ReadLogYears = 22,

    /// <summary>Years that the texts of a consultation are kept.</summary>
    ConsultationYears = 23,

    /// <summary>Open cases that a care broker carries.</summary>
    CareBrokerCases = 24,

    /// <summary>Minutes that a case takes of a chair in a quarter.</summary>
    ChairCaseMinutes = 25,

    /// <summary>Months after which what was decided about common threads is checked.</summary>
    ThreadCheckMonths = 26,

    /// <summary>Months within which there is a plan for what an inspectorate found missing.</summary>
    GapPlanMonths = 27,
}

/// <summary>A term as it holds from a day on, until the next setting of the same term.</summary>
internal sealed class TermSetting : TermSetting<Term>;
