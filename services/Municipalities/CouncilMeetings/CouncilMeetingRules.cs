using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>The rules of meetings of the councils and of the bank of questions, each with its reason code.</summary>
internal static class CouncilMeetingRules
{
    public static readonly Rule Unknown = new(
        "COUNCIL_MEETING_UNKNOWN", RuleKind.Missing,
        "No meeting of the councils has this id.",
        "Er is geen bijeenkomst van de raden met dit nummer.");

    public static readonly Rule NotInvited = new(
        "COUNCIL_NOT_INVITED", RuleKind.Missing,
        "The council of this municipality was not invited: it was no member of the region on the day of the meeting.",
        "De raad van deze gemeente is niet uitgenodigd: de gemeente hoorde op de dag van de bijeenkomst niet bij de regio.");

    public static readonly Rule WithoutCouncils = new(
        "COUNCIL_MEETING_WITHOUT_COUNCILS", RuleKind.State,
        "No municipality is a member of the region on this day, so there is nobody to invite.",
        "Op deze dag hoort geen gemeente bij de regio, dus er is niemand om uit te nodigen.");

    public static readonly Rule NotPlanned = new(
        "COUNCIL_MEETING_NOT_PLANNED", RuleKind.State,
        "The meeting has been held or cancelled and stays as it is.",
        "De bijeenkomst is gehouden of vervallen en blijft zoals die is.");

    public static readonly Rule SameDay = new(
        "COUNCIL_MEETING_SAME_DAY", RuleKind.State,
        "The meeting is planned for this day already.",
        "De bijeenkomst staat al op deze dag.");

    public static readonly Rule QuestionUnknown = new(
        "QUESTION_UNKNOWN", RuleKind.Missing,
        "No question has this id.",
        "Er is geen vraag met dit nummer.");

    public static readonly Rule DueBeforeAsked = new(
        "QUESTION_DUE_BEFORE_ASKED", RuleKind.Invalid,
        "A question is asked before it must be answered.",
        "Een vraag wordt gesteld voordat die beantwoord moet zijn.");

    public static readonly Rule AskedAlready = new(
        "QUESTION_ASKED_ALREADY", RuleKind.Duplicate,
        "The council of this municipality asks this already.",
        "De raad van deze gemeente stelt deze vraag al.");

    public static readonly Rule AnswerBeforeQuestion = new(
        "ANSWER_BEFORE_QUESTION", RuleKind.Invalid,
        "An answer comes on or after the day of the question, and a correction on or after that of the answer.",
        "Een antwoord komt op of na de dag van de vraag, en een verbetering op of na die van het antwoord.");

    public static readonly Rule Answered = new(
        "QUESTION_ANSWERED", RuleKind.State,
        "The question has been answered already; give the reason to correct the answer.",
        "De vraag is al beantwoord; geef de reden om het antwoord te verbeteren.");

    public static readonly Rule NotAnswered = new(
        "QUESTION_NOT_ANSWERED", RuleKind.State,
        "There is no answer yet that could be corrected.",
        "Er is nog geen antwoord dat kan worden verbeterd.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("pk_question_asker", AskedAlready, "municipality_id"),
        new("ix_question_answer_question_id_version", Answered, "correction_reason"),
    ];
}
