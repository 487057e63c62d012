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

    public static readonly Rule LineUnknown = new(
        "CONTRACT_LINE_UNKNOWN",
        RuleKind.Missing,
        "No contract line has this id.",
        "Er is geen contractregel met dit nummer.");

    public static readonly Rule RefusalNamesLine = new(
        "REFUSAL_NAMES_LINE",
        RuleKind.Invalid,
        "What is refused is bought by no line.",
        "Wat wordt afgewezen, heeft geen contractregel.");

    public static readonly Rule LineDoesNotServe = new(
        "LINE_DOES_NOT_SERVE",
        RuleKind.Invalid,
        "A line serves the request when it is of its product, for its municipality or a region that it is in, signed, and not over.",
        "Een contractregel past bij het verzoek als hij over dit product gaat, voor deze gemeente of een regio waar die in zit, getekend is en nog niet voorbij.");
}
