using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Letters;

/// <summary>The rules of letters.</summary>
internal static class LetterRules
{
    public static readonly Rule AdviceMissing = new(
        "ADVICE_MISSING",
        RuleKind.State,
        "No advice was given in this round.",
        "In deze ronde is nog geen advies gegeven.");
}
