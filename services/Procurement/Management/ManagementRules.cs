using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Management;

/// <summary>The rules of contract management, each with its reason code.</summary>
internal static class ManagementRules
{
    public const int MostTextCharacters = 500;
    public const int MostOwnerCharacters = 200;
    public const int MostScores = 50;
    public const int MostScore = 100_000;

    public static readonly Rule OfDraft = new(
        "REVIEW_OF_DRAFT", RuleKind.State, "The contract is a draft; there is nothing to manage yet.", "Het contract is een concept; er valt nog niets te beheren.");

    public static readonly Rule IndicatorTwice = new(
        "INDICATOR_TWICE", RuleKind.Invalid, "Each indicator is scored once.", "Elke indicator wordt één keer gescoord.");

    public static readonly Rule PlanUnknown = new(
        "IMPROVEMENT_PLAN_UNKNOWN", RuleKind.Missing, "No improvement plan has this id.", "Er is geen verbeterplan met dit nummer.");

    public static readonly Rule PlanState = new(
        "IMPROVEMENT_PLAN_STATE", RuleKind.State, "An improvement plan that is {state} does not allow this.", "De stand van het verbeterplan laat dit niet toe.");

    public static readonly Rule ObligationUnknown = new(
        "OBLIGATION_UNKNOWN", RuleKind.Missing, "No obligation has this id.", "Er is geen verplichting met dit nummer.");

    public static readonly Rule ObligationWithoutContract = new(
        "OBLIGATION_WITHOUT_CONTRACT", RuleKind.Invalid, "An obligation by contract names its contract.", "Een verplichting uit een contract noemt het contract.");

    public static readonly Rule ObligationSettled = new(
        "OBLIGATION_SETTLED", RuleKind.State, "The obligation is {state} already.", "De verplichting is al afgedaan.");

    public static DomainException NotFound(Rule rule, string id) => new(rule, "id", new Dictionary<string, string> { ["id"] = id });
}
