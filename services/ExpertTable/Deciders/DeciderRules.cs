using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Deciders;

/// <summary>The rules of who decides.</summary>
internal static class DeciderRules
{
    public static readonly Rule Overlap = new(
        "RESIDENCES_OVERLAP",
        RuleKind.Invalid,
        "A youth is registered in one place at a time, and each registration ends after it began.",
        "Een jeugdige is op één plaats tegelijk ingeschreven, en een inschrijving eindigt nadat zij begon.");

    public static readonly Rule Unknown = new(
        "RESIDENCE_UNKNOWN",
        RuleKind.Invalid,
        "No registration counts on this day; say where the youth really is.",
        "Er telt op deze dag geen inschrijving; geef aan waar de jeugdige werkelijk verblijft.");

    public static readonly Rule OtherLaw = new(
        "RESIDENCE_LAW",
        RuleKind.Invalid,
        "Before 2022-01-01 the domicile of who had authority counted; this is worked out from that day on.",
        "Voor 1 januari 2022 telde de woonplaats van wie het gezag had; dit wordt vanaf die dag bepaald.");

    public static readonly Rule MunicipalitySame = new(
        "MUNICIPALITY_SAME",
        RuleKind.Invalid,
        "The case is recorded for this municipality already.",
        "De casus staat al op naam van deze gemeente.");
}
