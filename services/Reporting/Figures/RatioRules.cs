using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Figures;

/// <summary>The rules of dividing, each with its reason code.</summary>
internal static class RatioRules
{
    public static readonly Rule AgeGroupsDiffer = new(
        "AGE_GROUPS_DIFFER",
        RuleKind.State,
        "The two count other age groups ({numerator} and {denominator}) and must not be divided.",
        "De twee tellen andere leeftijdsgroepen ({numerator} en {denominator}) en mogen niet door elkaar worden gedeeld.");

    public static readonly Rule PeriodsDiffer = new(
        "PERIODS_DIFFER",
        RuleKind.Invalid,
        "The two are of other periods: {numerator} and {denominator}.",
        "De twee zijn van andere perioden: {numerator} en {denominator}.");

    public static readonly Rule NotACount = new(
        "NOT_A_COUNT",
        RuleKind.State,
        "What is published ({value}) is no number, or a share already.",
        "Wat is gepubliceerd ({value}) is geen getal, of al een aandeel.");

    public static readonly Rule DenominatorZero = new(
        "DENOMINATOR_ZERO",
        RuleKind.State,
        "The denominator is zero.",
        "De noemer is nul.");

    public static readonly Rule IndicatorUnknown = new(
        "INDICATOR_UNKNOWN",
        RuleKind.Missing,
        "There is no indicator with this code.",
        "Er is geen indicator met deze code.");

    public static readonly Rule ObservationUnknown = new(
        "OBSERVATION_UNKNOWN",
        RuleKind.Missing,
        "There is no such observation.",
        "Zo'n waarneming is er niet.");
}
