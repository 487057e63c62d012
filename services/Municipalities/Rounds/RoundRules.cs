using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Rounds;

/// <summary>The rules by which an act of the region on a round is refused, each with its reason code.</summary>
internal static class RoundRules
{
    public static readonly Rule Unknown = new(
        "ROUND_UNKNOWN", RuleKind.Missing,
        "No decision round has this id.",
        "Er is geen besluitronde met dit nummer.");

    public static readonly Rule StateForbids = new(
        "ROUND_STATE_FORBIDS", RuleKind.State,
        "{act} is not possible while the round is {state}; it is in: {allowed}.",
        "{act} kan niet zolang de ronde {state} is; wel in: {allowed}.");

    public static readonly Rule ReferenceTaken = new(
        "ROUND_REFERENCE_TAKEN", RuleKind.Duplicate,
        "Another round has this reference.",
        "Een andere ronde heeft dit kenmerk al.");

    public static readonly Rule WithoutBodies = new(
        "ROUND_WITHOUT_BODIES", RuleKind.State,
        "On this day nobody takes part in {step}.",
        "Op deze dag doet niemand mee aan {step}.");

    public static readonly Rule ThresholdOutOfRange = new(
        "THRESHOLD_OUT_OF_RANGE", RuleKind.Invalid,
        "The threshold of {step} lies above the number of its bodies, {bodies}.",
        "De drempel van {step} is hoger dan het aantal organen, {bodies}.");

    public static readonly Rule WithoutPublicComment = new(
        "ROUND_WITHOUT_PUBLIC_COMMENT", RuleKind.State,
        "The policy of this round asks no public comment.",
        "Deze ronde kent geen inspraak.");

    public static readonly Rule WithoutViews = new(
        "ROUND_WITHOUT_VIEWS", RuleKind.State,
        "This round asks no formal views on the current version.",
        "Deze ronde vraagt geen zienswijzen op de huidige versie.");

    public static readonly Rule ViewsStillDue = new(
        "VIEWS_STILL_DUE", RuleKind.State,
        "Views can still come in time until {due_date}: {body_ids} have not answered.",
        "Zienswijzen kunnen nog op tijd komen tot en met {due_date}: {body_ids} hebben niet geantwoord.");

    public static readonly Rule RemarksNotWeighed = new(
        "REMARKS_NOT_WEIGHED", RuleKind.State,
        "A text becomes definitive when every remark that came in time is weighed; not so in views {views}.",
        "Een tekst wordt definitief als elke tijdige opmerking is gewogen; dat ontbreekt in zienswijze {views}.");

    public static readonly Rule TextOfOtherVersion = new(
        "TEXT_OF_OTHER_VERSION", RuleKind.State,
        "This text is already that of version {version}; a version has a text of its own.",
        "Deze tekst is al die van versie {version}; een versie heeft een eigen tekst.");

    public static readonly Rule NotTheSteeringBody = new(
        "NOT_THE_STEERING_BODY", RuleKind.Invalid,
        "This rests on a decision of {steering_body}.",
        "Dit berust op een besluit van {steering_body}.");

    public static readonly Rule NotAGate = new(
        "ROUND_NOT_A_GATE", RuleKind.State,
        "Only at a gate can a step be begun at own risk.",
        "Alleen bij een go/no-go kan een stap op eigen risico beginnen.");

    public static readonly Rule BodyUnknown = new(
        "ROUND_BODY_UNKNOWN", RuleKind.Missing,
        "This body takes no part in the round.",
        "Dit orgaan doet niet mee aan de ronde.");

    public static readonly Rule BodyEnded = new(
        "ROUND_BODY_ENDED", RuleKind.State,
        "The municipality of this body went over into another on {end_date}; its place is taken by {successor_body_id}.",
        "De gemeente van dit orgaan is op {end_date} opgegaan in een andere; in de plaats kwam {successor_body_id}.");

    public static readonly Rule StatusOfEarlierDay = new(
        "ROUND_STATUS_DAY_PAST", RuleKind.Invalid,
        "A status can be asked for today or a later day.",
        "Een stand kan voor vandaag of een latere dag worden gevraagd.");

    public static readonly Rule StepUnknown = new(
        "ROUND_STEP_UNKNOWN", RuleKind.Missing,
        "The round has no such step; its steps are {steps}.",
        "De ronde kent deze stap niet; de stappen zijn {steps}.");

    public static readonly Rule RemarkUnknown = new(
        "REMARK_UNKNOWN", RuleKind.Missing,
        "The round has no such remark.",
        "De ronde kent deze opmerking niet.");

    public static readonly Rule DecisionUnknown = new(
        "DECISION_UNKNOWN", RuleKind.Missing,
        "The round has no such decision.",
        "De ronde kent dit besluit niet.");

    public static readonly Rule RulingNotAsked = new(
        "RULING_NOT_ASKED", RuleKind.State,
        "This decision asks for no ruling, or has had one.",
        "Dit besluit vraagt geen uitspraak, of heeft die al.");

    public static readonly Rule RulingNotForChanges = new(
        "RULING_NOT_FOR_CHANGES", RuleKind.Invalid,
        "A decision with changes is about another text and can never count for this version.",
        "Een besluit met wijzigingen gaat over een andere tekst en telt nooit mee voor deze versie.");

    public static readonly Rule FollowUpUnknown = new(
        "FOLLOW_UP_UNKNOWN", RuleKind.Missing,
        "The round has no such motion, pledge or carried remark.",
        "De ronde kent deze motie, toezegging of meegenomen opmerking niet.");

    public static readonly Rule FollowUpDone = new(
        "FOLLOW_UP_DONE", RuleKind.State,
        "This was followed up already, or is no longer asked.",
        "Dit is al afgedaan, of wordt niet meer gevraagd.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_decision_round_reference", ReferenceTaken, "reference"),
    ];
}
