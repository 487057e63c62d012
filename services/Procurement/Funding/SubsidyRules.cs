using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Funding;

/// <summary>The rules of subsidies, each with its reason code.</summary>
internal static class SubsidyRules
{
    public const int MostTextCharacters = 500;
    public const long MostCents = 1_000_000_000_000;

    public static readonly Rule Unknown = new(
        "SUBSIDY_UNKNOWN", RuleKind.Missing, "No subsidy has this id.", "Er is geen subsidie met dit nummer.");

    public static readonly Rule WrongState = new(
        "SUBSIDY_STATE", RuleKind.State, "A subsidy that is {state} does not allow this.", "De stand van de subsidie laat dit niet toe.");

    public static readonly Rule StepEarly = new(
        "SUBSIDY_STEP_EARLY",
        RuleKind.Invalid,
        "The step that this one follows was on {earliest}; give that day or a later one.",
        "De stap hiervoor was op {earliest}; geef die dag of een latere.");

    public static readonly Rule GrantAboveApplication = new(
        "SUBSIDY_GRANT_ABOVE_APPLICATION",
        RuleKind.Invalid,
        "A subsidy is granted up to what was asked for: {most_cents} cents.",
        "Er wordt niet meer subsidie verleend dan is aangevraagd.");

    public static readonly Rule AccountDueEarly = new(
        "SUBSIDY_ACCOUNT_DUE_EARLY",
        RuleKind.Invalid,
        "A subsidy is accounted for after its activities have ended and it was granted.",
        "Een subsidie wordt verantwoord nadat de activiteiten zijn afgelopen en de subsidie is verleend.");

    public static readonly Rule PaymentAbove = new(
        "SUBSIDY_PAYMENT_ABOVE",
        RuleKind.State,
        "At most {most_cents} cents are left for this payment.",
        "Voor deze betaling is minder over dan het bedrag.");

    public static readonly Rule AccountNotDue = new(
        "SUBSIDY_ACCOUNT_NOT_DUE",
        RuleKind.State,
        "The provider can account for the subsidy up to and including {due}; without account it is settled afterwards.",
        "De aanbieder kan de subsidie tot en met {due} verantwoorden; zonder verantwoording wordt zij daarna vastgesteld.");

    public static readonly Rule SettledAboveGrant = new(
        "SUBSIDY_SETTLED_ABOVE_GRANT",
        RuleKind.Invalid,
        "A subsidy is settled up to what was granted: {most_cents} cents.",
        "Een subsidie wordt niet hoger vastgesteld dan zij is verleend.");

    public static readonly Rule ReductionWithoutGround = new(
        "SUBSIDY_REDUCTION_WITHOUT_GROUND",
        RuleKind.Invalid,
        "Settling less than was granted needs one of the grounds of Awb 4:46.",
        "Een lagere vaststelling heeft een grond uit artikel 4:46 Awb nodig.");

    public static readonly Rule ReductionOfNothing = new(
        "SUBSIDY_REDUCTION_OF_NOTHING",
        RuleKind.Invalid,
        "What is settled as granted has no ground for less.",
        "Een vaststelling op het verleende bedrag heeft geen grond voor minder.");

    public static DomainException NotFound(string id) => new(Unknown, "id", new Dictionary<string, string> { ["id"] = id });
}
