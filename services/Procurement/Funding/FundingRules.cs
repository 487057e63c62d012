using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Funding;

/// <summary>The rules of what is paid beside tariffs and subsidies, each with its reason code.</summary>
internal static class FundingRules
{
    public const int MostSubjectCharacters = 200;
    public const int MostTextCharacters = 500;
    public const long MostCents = 1_000_000_000_000;

    public static readonly Rule Unknown = new(
        "FUNDING_UNKNOWN", RuleKind.Missing, "No funding has this id.", "Er is geen bekostiging met dit nummer.");

    public static readonly Rule MidInstalment = new(
        "FUNDING_MID_INSTALMENT",
        RuleKind.Invalid,
        "It begins and ends on the first day of an instalment: of a month, of a quarter or of a year.",
        "Een bekostiging begint en eindigt op de eerste dag van een termijn: van een maand, een kwartaal of een jaar.");

    public static readonly Rule WithoutAmount = new(
        "FUNDING_WITHOUT_AMOUNT", RuleKind.Invalid, "What is not open-ended has an amount.", "Een bekostiging die geen open einde heeft, heeft een bedrag.");

    public static readonly Rule RiskWithoutBearer = new(
        "FUNDING_RISK_WITHOUT_BEARER",
        RuleKind.Invalid,
        "An open-ended obligation names who bears the risk.",
        "Een open-eindeverplichting noemt wie het risico draagt.");

    public static readonly Rule RiskOfFixedAmount = new(
        "FUNDING_RISK_OF_FIXED_AMOUNT", RuleKind.Invalid, "A fixed amount has no risk to bear.", "Een vast bedrag kent geen risico om te dragen.");

    public static readonly Rule RiskShare = new(
        "FUNDING_RISK_SHARE",
        RuleKind.Invalid,
        "A shared risk has the share of the payer, 1 to 99 percent; another one has none.",
        "Een gedeeld risico noemt het deel van de betaler, 1 tot en met 99 procent; een ander risico niet.");

    public static readonly Rule Overlaps = new(
        "FUNDING_OVERLAPS",
        RuleKind.Duplicate,
        "The provider is funded for the same by the same payer on the same day already.",
        "De aanbieder wordt hiervoor op dezelfde dag al bekostigd door dezelfde betaler.");

    public static readonly Rule WrongEnd = new(
        "FUNDING_END",
        RuleKind.Invalid,
        "A funding ends after its first day, and earlier than it did.",
        "Een bekostiging eindigt na haar eerste dag, en eerder dan zij deed.");

    public static readonly Rule CostOfFixedAmount = new(
        "FUNDING_COST_OF_FIXED_AMOUNT", RuleKind.State, "Only an open-ended obligation is settled by its cost.", "Alleen een open-eindeverplichting wordt op kosten afgerekend.");

    public static readonly Rule OutsideYear = new(
        "FUNDING_OUTSIDE_YEAR", RuleKind.Invalid, "It does not hold in this year.", "De bekostiging geldt niet in dit jaar.");

    public static readonly Rule YearAhead = new(
        "FUNDING_YEAR_AHEAD", RuleKind.Invalid, "A year that is still to come has no cost.", "Een jaar dat nog moet komen heeft geen kosten.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints = [new("ex_provider_funding", Overlaps, "funding.period")];

    public static DomainException NotFound(string id) => new(Unknown, "id", new Dictionary<string, string> { ["id"] = id });
}
