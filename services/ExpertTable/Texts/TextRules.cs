using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Texts;

/// <summary>The rules of sharing texts.</summary>
internal static class TextRules
{
    public static readonly Rule GivesAway = new(
        "TEXT_GIVES_AWAY",
        RuleKind.Invalid,
        "The text may give away who it is about, at {findings} (field@offset+length:kind); change it, or say in override_reason why it is shared as it is.",
        "De tekst verraadt mogelijk over wie het gaat, op {findings} (veld@positie+lengte:soort); pas hem aan, of zeg in override_reason waarom hij zo wordt gedeeld.");

    public static readonly Rule TellsOfSomebody = new(
        "TEXT_TELLS_OF_SOMEBODY",
        RuleKind.Invalid,
        "A text that belongs to no case tells of nobody; found at {findings} (field@offset+length:kind). Leave it out.",
        "Een tekst die bij geen casus hoort, vertelt over niemand; gevonden op {findings} (veld@positie+lengte:soort). Laat het weg.");

    public static readonly Rule AnalysisUnknown = new(
        "ANALYSIS_UNKNOWN",
        RuleKind.Missing,
        "The analysis has no such version.",
        "De verklarende analyse heeft deze versie niet.");

    public static readonly Rule AnalysisShared = new(
        "ANALYSIS_SHARED",
        RuleKind.State,
        "This version of the analysis is shared already.",
        "Deze versie van de verklarende analyse is al gedeeld.");
}
