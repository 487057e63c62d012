using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Work;

/// <summary>The rules of what is to be done, each with its reason code.</summary>
internal static class WorkRules
{
    public static readonly Rule Unknown = new(
        "WORK_ITEM_UNKNOWN", RuleKind.Missing,
        "No item has this id.",
        "Er is geen punt met dit nummer.");

    public static readonly Rule ReferenceTaken = new(
        "WORK_ITEM_REFERENCE_TAKEN", RuleKind.Duplicate,
        "Another item of this region has this reference.",
        "Een ander punt van deze regio heeft dit kenmerk.");

    public static readonly Rule SourceUnknown = new(
        "WORK_ITEM_SOURCE_UNKNOWN", RuleKind.Missing,
        "What the item is said to come from does not exist.",
        "Waar het punt vandaan zou komen bestaat niet.");

    public static readonly Rule SourceAmbiguous = new(
        "WORK_ITEM_SOURCE_AMBIGUOUS", RuleKind.Invalid,
        "Name one source: a meeting with its item, a round with or without view and remark, or a document.",
        "Noem één herkomst: een vergadering met agendapunt, een ronde met of zonder zienswijze en opmerking, of een document.");

    public static readonly Rule ResultAmbiguous = new(
        "WORK_ITEM_RESULT_AMBIGUOUS", RuleKind.Invalid,
        "Name one clause that the item led to: a contract with its line, or an agreement with the number of its obligation.",
        "Noem één afspraak waartoe het punt leidde: een contract met contractregel, of een overeenkomst met het nummer van de verplichting.");

    public static readonly Rule RiskOnly = new(
        "WORK_ITEM_RISK_ONLY", RuleKind.Invalid,
        "A risk has a chance and an impact from 1 to 5; other items have none.",
        "Een risico heeft een kans en een gevolg van 1 tot 5; andere punten hebben die niet.");

    public static readonly Rule ReasonMissing = new(
        "WORK_ITEM_REASON_MISSING", RuleKind.Invalid,
        "Say why it gets another day or another owner.",
        "Zeg waarom het een andere datum of een andere eigenaar krijgt.");

    public static readonly Rule NoDossier = new(
        "WORK_ITEM_NO_DOSSIER", RuleKind.State,
        "Items hang below a dossier of their own region.",
        "Punten hangen onder een dossier van hun eigen regio.");

    public static readonly Rule NoGoal = new(
        "WORK_ITEM_NO_GOAL", RuleKind.State,
        "Items carry out a goal, effort or dossier of the goal tree of their own region.",
        "Punten voeren een doel, inspanning of dossier uit van het doelennetwerk van hun eigen regio.");

    public static readonly Rule DossierClosed = new(
        "WORK_ITEM_DOSSIER_CLOSED", RuleKind.State,
        "The dossier is closed; nothing more hangs below it.",
        "Het dossier is gesloten; er komt niets meer onder.");

    public static readonly Rule Closed = new(
        "WORK_ITEM_CLOSED", RuleKind.State,
        "The item was done or dropped and stays as it is; raise another one for what is left.",
        "Het punt is afgedaan of vervallen en blijft zoals het is; maak een nieuw punt voor wat rest.");

    public static readonly Rule OpenBelow = new(
        "WORK_ITEM_OPEN_BELOW", RuleKind.State,
        "{open} items below this dossier are open; close them first.",
        "Onder dit dossier staan {open} punten open; sluit die eerst.");

    public static readonly Rule ClosedTooEarly = new(
        "WORK_ITEM_CLOSED_TOO_EARLY", RuleKind.Invalid,
        "An item is closed on or after the day on which it was raised, and its body is told on or after that.",
        "Een punt wordt gesloten op of na de dag waarop het ontstond, en daarna wordt teruggekoppeld.");

    public static readonly Rule Open = new(
        "WORK_ITEM_OPEN", RuleKind.State,
        "The item is open: there is no outcome yet to tell.",
        "Het punt staat open: er is nog geen uitkomst om terug te koppelen.");

    public static readonly Rule OfNoBody = new(
        "WORK_ITEM_OF_NO_BODY", RuleKind.State,
        "The item came from no body, so nobody waits for its outcome.",
        "Het punt kwam niet van een orgaan of overleg, dus niemand wacht op de uitkomst.");

    public static readonly Rule FeedbackGiven = new(
        "WORK_ITEM_FEEDBACK_GIVEN", RuleKind.State,
        "The body has been told already.",
        "Er is al teruggekoppeld.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_work_item_region_id_reference", ReferenceTaken, "item.reference"),
        new("ck_work_item_result", ResultAmbiguous, "item.result"),
    ];

    public static DomainException StillOpenBelow(int open) =>
        new(OpenBelow, "id", new Dictionary<string, string> { ["open"] = open.ToString(CultureInfo.InvariantCulture) });
}
