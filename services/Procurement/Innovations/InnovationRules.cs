using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Innovations;

/// <summary>The rules of innovations, each with its reason code.</summary>
internal static class InnovationRules
{
    public const int MostTitleCharacters = 200;
    public const int MostTextCharacters = 500;

    public static readonly Rule Unknown = new(
        "INNOVATION_UNKNOWN", RuleKind.Missing, "No innovation has this id.", "Er is geen innovatie met dit nummer.");

    public static readonly Rule WrongStage = new(
        "INNOVATION_STAGE", RuleKind.State, "An innovation in stage {stage} does not allow this.", "Het stadium van de innovatie laat dit niet toe.");

    public static readonly Rule Viewed = new(
        "INNOVATION_VIEWED", RuleKind.State, "Procurement has said what it thinks already.", "Inkoop heeft zich hierover al uitgesproken.");

    public static readonly Rule ProcurementNotAsked = new(
        "INNOVATION_PROCUREMENT_NOT_ASKED",
        RuleKind.State,
        "A pilot begins after procurement has said whether and how it can be bought afterwards.",
        "Een pilot begint nadat inkoop heeft gezegd of en hoe de hulp daarna is in te kopen.");

    public static readonly Rule StepEarly = new(
        "INNOVATION_STEP_EARLY",
        RuleKind.Invalid,
        "The step before this one was on {earliest}; give that day or a later one.",
        "De stap hiervoor was op {earliest}; geef die dag of een latere.");

    public static readonly Rule DueEarly = new(
        "INNOVATION_DUE_EARLY", RuleKind.Invalid, "The next decision is due after {after}.", "Het volgende besluit valt na {after}.");

    public static readonly Rule DueOfEnd = new(
        "INNOVATION_DUE_OF_END",
        RuleKind.Invalid,
        "A pilot has a day by which it is decided on; what is bought or stopped has none.",
        "Een pilot heeft een dag waarop erover wordt besloten; wat is ingekocht of gestopt heeft er geen.");

    public static readonly Rule WithoutResult = new(
        "INNOVATION_WITHOUT_RESULT",
        RuleKind.Invalid,
        "A decision on a pilot says what came of it; one on an idea has nothing to tell.",
        "Een besluit over een pilot zegt wat die heeft opgeleverd; een besluit over een idee heeft nog geen uitkomst.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints = [new("ck_innovation_view_first", ProcurementNotAsked)];

    public static DomainException NotFound(string id) => new(Unknown, "id", new Dictionary<string, string> { ["id"] = id });
}
