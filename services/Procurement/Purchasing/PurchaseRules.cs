using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Purchasing;

/// <summary>The rules of purchase requests, each with its reason code.</summary>
internal static class PurchaseRules
{
    public const int MostReasonCharacters = 500;

    public static readonly Rule Unknown = new(
        "PURCHASE_REQUEST_UNKNOWN",
        RuleKind.Missing,
        "No purchase request has this id.",
        "Er is geen inkoopverzoek met dit nummer.");

    public static readonly Rule Decided = new(
        "PURCHASE_REQUEST_DECIDED",
        RuleKind.State,
        "The purchase request is {state} already.",
        "Op dit inkoopverzoek is al beslist.");

    public static readonly Rule ReasonMissing = new(
        "REASON_MISSING",
        RuleKind.Invalid,
        "A refusal needs a reason.",
        "Een afwijzing heeft een reden nodig.");
}
