using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Contracts;

/// <summary>The rules of contracts, each with its reason code.</summary>
internal static class ContractRules
{
    public const int MostLines = 200;
    public const int MostSubjectCharacters = 200;
    public const int MostGroundCharacters = 500;
    public const int MostPlaceCharacters = 100;
    public const int MostReasonCharacters = 500;
    public const long MostTariffCents = 100_000_000;

    public static readonly Rule Unknown = new(
        "CONTRACT_UNKNOWN",
        RuleKind.Missing,
        "No contract has this id.",
        "Er is geen contract met dit nummer.");

    public static readonly Rule NotDraft = new(
        "CONTRACT_NOT_DRAFT",
        RuleKind.State,
        "Only a draft of a contract can be changed or signed; this one is {state}.",
        "Alleen een concept van een contract kan worden gewijzigd of ondertekend.");

    public static readonly Rule NotSigned = new(
        "CONTRACT_NOT_SIGNED",
        RuleKind.State,
        "Only a signed contract is changed by addendum or ended; this one is {state}.",
        "Alleen een ondertekend contract kan met een addendum worden gewijzigd of worden beëindigd.");

    public static readonly Rule AddendumRequired = new(
        "CONTRACT_ADDENDUM_REQUIRED",
        RuleKind.State,
        "A signed contract is changed by addendum.",
        "Een ondertekend contract wordt met een addendum gewijzigd.");

    public static readonly Rule AddendumEmpty = new(
        "ADDENDUM_EMPTY",
        RuleKind.Invalid,
        "An addendum ends lines or adds some.",
        "Een addendum beëindigt regels of voegt ze toe.");

    public static readonly Rule LineNotRunning = new(
        "LINE_NOT_RUNNING",
        RuleKind.Invalid,
        "The contract has no line with this id that holds on {effective_date}.",
        "Het contract heeft geen regel met dit nummer die op {effective_date} geldt.");

    public static readonly Rule LineBeforeAddendum = new(
        "LINE_BEFORE_ADDENDUM",
        RuleKind.Invalid,
        "A new line begins on the day of the addendum or later.",
        "Een nieuwe regel begint op de dag van het addendum of later.");

    public static readonly Rule LinesTooMany = new(
        "LINES_TOO_MANY",
        RuleKind.Invalid,
        "A contract has at most 200 lines, those that ended included.",
        "Een contract heeft hoogstens 200 regels, beëindigde meegerekend.");

    public static readonly Rule OpenEnded = new(
        "CONTRACT_OPEN_ENDED",
        RuleKind.State,
        "The contract has no end, so it is not renewed.",
        "Het contract heeft geen einde en wordt dus niet verlengd.");

    public static readonly Rule RenewedAlready = new(
        "CONTRACT_RENEWED_ALREADY",
        RuleKind.State,
        "The contract ends on {end_date}: it was renewed in the meantime, or never had the end that was named.",
        "Het contract eindigt op {end_date}: het is intussen verlengd of had nooit het genoemde einde.");

    public static readonly Rule NoRenewalLeft = new(
        "CONTRACT_NO_RENEWAL_LEFT",
        RuleKind.State,
        "The contract has been renewed {renewals} times and has no options left; more is a new procedure.",
        "Het contract is {renewals} keer verlengd en heeft geen opties meer; verder is een nieuwe procedure nodig.");

    public static readonly Rule Ended = new(
        "CONTRACT_ENDED",
        RuleKind.State,
        "The contract ended on {end_date}.",
        "Het contract is op {end_date} geëindigd.");

    public static readonly Rule RenewalTooLate = new(
        "RENEWAL_TOO_LATE",
        RuleKind.State,
        "The provider is told of a renewal on {notice_date} at the latest; afterwards it has to agree.",
        "Een verlenging wordt uiterlijk op {notice_date} aangekondigd; daarna moet de aanbieder instemmen.");

    public static readonly Rule NoticeTooShort = new(
        "NOTICE_TOO_SHORT",
        RuleKind.Invalid,
        "With the notice that was agreed the buyer can end the contract on {earliest} at the earliest.",
        "Met de afgesproken opzegtermijn kan de inkoper het contract op zijn vroegst op {earliest} beëindigen.");

    public static readonly Rule TransferToSelf = new(
        "TRANSFER_TO_SELF",
        RuleKind.Invalid,
        "The provider has the contract already.",
        "Deze aanbieder heeft het contract al.");

    public static readonly Rule NothingToTransfer = new(
        "NOTHING_TO_TRANSFER",
        RuleKind.Invalid,
        "No line of the contract holds on that day or later.",
        "Op die dag of later geldt geen regel van het contract.");

    public static readonly Rule ScaleRuleViolated = new(
        "SCALE_RULE_VIOLATED",
        RuleKind.State,
        "On {as_of} {product_id} is bought on the scale {scale_wanted}, and {buyer_id} stands for {scale_given}. Ground: {ground}.",
        "Op {as_of} geldt voor {product_id} de schaal {scale_wanted}, en {buyer_id} staat voor {scale_given}. Grond: {ground}.");

    public static readonly Rule GroundMissing = new(
        "EXCEPTION_GROUND_MISSING",
        RuleKind.Invalid,
        "A line outside the scale rule needs the ground of its exception.",
        "Een regel buiten de schaalregel heeft een grond voor de uitzondering nodig.");

    public static readonly Rule LineOutside = new(
        "LINE_OUTSIDE_CONTRACT",
        RuleKind.Invalid,
        "The line holds outside the period of the contract.",
        "De regel geldt buiten de looptijd van het contract.");

    public static readonly Rule LinesOverlap = new(
        "LINES_OVERLAP",
        RuleKind.Invalid,
        "Two lines of the contract are for the same product and buyer on one day.",
        "Twee regels van het contract gelden op een dag voor hetzelfde product en dezelfde inkoper.");

    public static readonly Rule LineOverlaps = new(
        "CONTRACT_LINE_OVERLAPS",
        RuleKind.Duplicate,
        "A signed contract with this provider has a line for the same product and buyer on the same day.",
        "Een ondertekend contract met deze aanbieder heeft al een regel voor hetzelfde product en dezelfde inkoper.");

    public static readonly Rule EndDateOutside = new(
        "END_DATE_OUTSIDE_CONTRACT",
        RuleKind.Invalid,
        "The contract does not hold on {end_date}, so it cannot end that day.",
        "Het contract geldt niet op {end_date} en kan die dag dus niet eindigen.");

    public static readonly Rule MunicipalityUnknown = new(
        "MUNICIPALITY_UNKNOWN",
        RuleKind.Missing,
        "No municipality {buyer_id} existed on {as_of}.",
        "Op {as_of} bestond geen gemeente {buyer_id}.");

    public static readonly Rule RegionUnknown = new(
        "REGION_UNKNOWN",
        RuleKind.Missing,
        "No region {buyer_id} existed on {as_of}.",
        "Op {as_of} bestond geen regio {buyer_id}.");

    public static readonly Rule BuyerOnOtherScale = new(
        "BUYER_ON_OTHER_SCALE",
        RuleKind.Invalid,
        "On {as_of} {buyer_id} stands for the scale {scale}; give that one, or leave it out.",
        "Op {as_of} staat {buyer_id} voor de schaal {scale}; geef die, of laat de schaal weg.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ex_contract_line_active", LineOverlaps),
    ];

    /// <summary>To throw for a contract that is unknown, or that the caller may not see: the two look alike.</summary>
    public static DomainException NotFound(string id, string field = "id") =>
        new(Unknown, field, new Dictionary<string, string> { ["contract_id"] = id });
}
