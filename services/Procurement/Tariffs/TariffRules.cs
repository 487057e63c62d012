using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Tariffs;

/// <summary>The rules of tariffs, each with its reason code.</summary>
internal static class TariffRules
{
    public const int MostTextCharacters = 2_000;

    public static readonly Rule Unknown = new(
        "TARIFF_UNKNOWN",
        RuleKind.Missing,
        "No tariff has this id.",
        "Er is geen tarief met dit nummer.");

    public static readonly Rule LineUnknown = new(
        "CONTRACT_LINE_UNKNOWN",
        RuleKind.Missing,
        "No line of a contract has this id.",
        "Er is geen contractregel met dit nummer.");

    public static readonly Rule LineNotActive = new(
        "LINE_NOT_ACTIVE",
        RuleKind.State,
        "The line is not active: its contract is not signed, or was ended before the line began.",
        "De contractregel geldt niet: het contract is niet ondertekend of eindigde voor de regel begon.");

    public static readonly Rule OutsideLine = new(
        "TARIFF_OUTSIDE_LINE",
        RuleKind.Invalid,
        "The tariff holds outside the days on which its line is active: {from} until {until}.",
        "Het tarief geldt buiten de dagen waarop de regel geldt: {from} tot {until}.");

    public static readonly Rule NotDraft = new(
        "TARIFF_NOT_DRAFT",
        RuleKind.State,
        "Only a draft of a tariff can be substantiated; this one is {state}.",
        "Alleen een concepttarief kan worden onderbouwd.");

    public static readonly Rule NotSubstantiated = new(
        "TARIFF_NOT_SUBSTANTIATED",
        RuleKind.State,
        "Only a substantiated tariff can be adopted; this one is {state}.",
        "Alleen een onderbouwd tarief kan worden vastgesteld.");

    public static readonly Rule NotProposed = new(
        "TARIFF_NOT_PROPOSED",
        RuleKind.State,
        "A draft is not told to providers, so nobody can object to it.",
        "Een concept is niet aan aanbieders bekend, dus bezwaar is nog niet mogelijk.");

    public static readonly Rule ElementsDiffer = new(
        "TARIFF_ELEMENTS_DIFFER",
        RuleKind.Invalid,
        "The elements add up to {elements_cents} cents and the tariff is {tariff_cents} cents.",
        "De kostprijselementen zijn samen {elements_cents} cent en het tarief is {tariff_cents} cent.");

    public static readonly Rule Definitive = new(
        "TARIFF_DEFINITIVE",
        RuleKind.State,
        "From {from} on a definitive tariff held; it can be replaced from {today} on, not before.",
        "Vanaf {from} gold een definitief tarief; vervangen kan vanaf {today}, niet eerder.");

    public static readonly Rule Raced = new(
        "TARIFF_OVERLAPS",
        RuleKind.Duplicate,
        "Another tariff for the line holds on the same day.",
        "Een ander tarief van de regel geldt op dezelfde dag.");

    public static readonly Rule Gap = new(
        "TARIFF_GAP",
        RuleKind.State,
        "On a day on which the line is active no tariff would hold.",
        "Op een dag waarop de regel geldt, zou geen tarief gelden.");

    public static readonly Rule ObjectionUnknown = new(
        "TARIFF_OBJECTION_UNKNOWN",
        RuleKind.Missing,
        "The tariff has no objection with this id.",
        "Het tarief heeft geen bezwaar met dit nummer.");

    public static readonly Rule ObjectionAnswered = new(
        "TARIFF_OBJECTION_ANSWERED",
        RuleKind.State,
        "The objection is {state} already.",
        "Op dit bezwaar is al beslist.");

    public static readonly Rule IndexMissing = new(
        "TARIFF_INDEX_MISSING",
        RuleKind.State,
        "The {figure} figure of the {kind} index for {year} is not recorded.",
        "Het cijfer ({figure}) van de index ({kind}) voor {year} is niet vastgelegd.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ex_tariff_one_per_day", Raced),
        new("ck_tariff_no_gap", Gap),
    ];

    /// <summary>To throw for a tariff that is unknown, or that the caller may not see: the two look alike.</summary>
    public static DomainException NotFound(string id) => new(Unknown, "id", new Dictionary<string, string> { ["tariff_id"] = id });
}
