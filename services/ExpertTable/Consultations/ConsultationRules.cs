using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Consultations;

/// <summary>The rules of anonymous consultation.</summary>
internal static class ConsultationRules
{
    public const int MostMinutes = 24 * 60;

    public static readonly Rule Unknown = new(
        "CONSULTATION_UNKNOWN",
        RuleKind.Missing,
        "There is no consultation with this id.",
        "Er is geen consultatie met dit nummer.");

    public static readonly Rule GivesAway = new(
        "CONSULTATION_GIVES_AWAY",
        RuleKind.Invalid,
        "An anonymous consultation tells nothing about who it is about; found at {findings} (field@offset+length:kind). Leave it out, or register a case.",
        "Een anonieme consultatie vertelt niet over wie het gaat; gevonden op {findings} (veld@positie+lengte:soort). Laat het weg, of meld een casus aan.");
}
