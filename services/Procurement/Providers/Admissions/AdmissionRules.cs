using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Providers.Admissions;

/// <summary>The rules of admissions, each with its reason code.</summary>
internal static class AdmissionRules
{
    public static readonly Rule NotNext = new(
        "ADMISSION_STEP_NOT_NEXT",
        RuleKind.State,
        "The admission is {state}; what may follow is {allowed}.",
        "Deze stap past niet bij de stand van de toelating.");

    public static readonly Rule Early = new(
        "ADMISSION_STEP_EARLY",
        RuleKind.Invalid,
        "The step before it holds from {date}; a step does not hold before the one that it follows.",
        "De vorige stap geldt vanaf {date}; een stap geldt niet eerder dan de stap waarop hij volgt.");
}
