using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.SubjectRights;

/// <summary>The rules of seeing a file and having it put right.</summary>
internal static class SubjectRightsRules
{
    public static readonly Rule Unknown = new(
        "RECTIFICATION_UNKNOWN",
        RuleKind.Missing,
        "The case has no such request.",
        "De casus heeft dit verzoek niet.");

    public static readonly Rule EntryUnknown = new(
        "ENTRY_UNKNOWN",
        RuleKind.Missing,
        "The file has no entry with this number.",
        "Het dossier heeft geen stuk met dit nummer.");

    public static readonly Rule Decided = new(
        "RECTIFICATION_DECIDED",
        RuleKind.State,
        "The request was decided already; who does not agree asks again.",
        "Op het verzoek is al besloten; wie het er niet mee eens is, dient een nieuw verzoek in.");

    public static readonly Rule Extended = new(
        "RECTIFICATION_EXTENDED",
        RuleKind.State,
        "The last day was moved already; that is possible once.",
        "De termijn is al verlengd; dat kan één keer.");

    public static readonly Rule TermPassed = new(
        "RECTIFICATION_TERM_PASSED",
        RuleKind.State,
        "The first term is over; a longer one is told to the applicant while it runs.",
        "De eerste termijn is voorbij; verlengen kan alleen zolang die loopt.");

    public static readonly Rule Incomplete = new(
        "RECTIFICATION_INCOMPLETE",
        RuleKind.Invalid,
        "A correction has its text, an attached statement its words and the reason why nothing is corrected, a refusal its reason.",
        "Een correctie heeft een tekst, een toegevoegde verklaring de woorden en de reden waarom niet is gecorrigeerd, een weigering een reden.");

    public static readonly Rule NotEntitled = new(
        "APPLICANT_NOT_ENTITLED",
        RuleKind.State,
        "From {age} years on the youth sees the file, before that those with authority, or who stands in for them.",
        "Vanaf {age} jaar ziet de jeugdige het dossier in, daarvoor wie het gezag heeft, of wie hen vertegenwoordigt.");
}
