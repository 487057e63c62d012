using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Letters;

/// <summary>The rules of letters, each with its reason code.</summary>
internal static class LetterRules
{
    public static readonly Rule NeedsAddendum = new(
        "LETTER_NEEDS_ADDENDUM", RuleKind.Invalid, "This letter is about an addendum; give its number.", "Deze brief gaat over een addendum; geef het nummer.");

    public static readonly Rule AddendumUnknown = new(
        "ADDENDUM_UNKNOWN", RuleKind.Missing, "The contract has no addendum with this number.", "Het contract heeft geen addendum met dit nummer.");
}
