using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.RegionMoves;

/// <summary>The rules of moves of regions, each with its reason code.</summary>
internal static class RegionMoveRules
{
    public const int MostRegions = 5;
    public const int MostTextCharacters = 500;

    public static readonly Rule Unknown = new(
        "REGION_MOVE_UNKNOWN", RuleKind.Missing, "No move of regions has this id.", "Er is geen overgang van inkoopregio's met dit nummer.");

    public static readonly Rule ToSelf = new(
        "REGION_MOVE_TO_SELF",
        RuleKind.Invalid,
        "The organisation is not one of the regions that go over into it, and each of those is named once.",
        "De organisatie is niet een van de regio's die erin opgaan, en elk daarvan wordt eenmaal genoemd.");

    public static readonly Rule DateSame = new(
        "REGION_MOVE_DATE_SAME", RuleKind.Invalid, "The move is planned for that day already.", "De overgang staat al op die dag.");

    public static readonly Rule NotPlanned = new(
        "REGION_MOVE_NOT_PLANNED",
        RuleKind.State,
        "Only a planned move is changed or carried out; this one is {state}.",
        "Alleen een geplande overgang kan worden gewijzigd of uitgevoerd.");

    public static readonly Rule Keep = new(
        "REGION_MOVE_KEEP",
        RuleKind.Invalid,
        "Name the buyer whose lines go on, unless each municipality keeps what it had.",
        "Noem de inkoper van wie de regels doorlopen, behalve als iedere gemeente houdt wat zij had.");

    public static readonly Rule Tariff = new(
        "REGION_MOVE_TARIFF",
        RuleKind.Invalid,
        "An agreed tariff has an amount, and the lines that go on are not those of the organisation; another choice has none.",
        "Een afgesproken tarief heeft een bedrag, en de regels die doorlopen zijn niet die van de organisatie; een andere keuze heeft er geen.");

    public static readonly Rule KeepUnknown = new(
        "REGION_MOVE_KEEP_UNKNOWN",
        RuleKind.Invalid,
        "The lines that go on are those of one of {buyers}.",
        "De regels die doorlopen zijn die van een van {buyers}.");

    public static readonly Rule ConflictUnknown = new(
        "REGION_MOVE_CONFLICT_UNKNOWN",
        RuleKind.Missing,
        "The provider has no conflict for this product, lot and location.",
        "De aanbieder heeft geen tegenstrijdigheid voor dit product, dit perceel en deze locatie.");

    public static readonly Rule TooEarly = new(
        "REGION_MOVE_TOO_EARLY",
        RuleKind.State,
        "The move can be carried out from {earliest} on.",
        "De overgang kan worden uitgevoerd vanaf {earliest}.");

    public static readonly Rule Undecided = new(
        "REGION_MOVE_UNDECIDED",
        RuleKind.State,
        "{conflicts} conflicts are not decided.",
        "Over {conflicts} tegenstrijdigheden is niet besloten.");

    public static readonly Rule MembersMissing = new(
        "REGION_MOVE_MEMBERS_MISSING",
        RuleKind.State,
        "These municipalities are no members of the organisation on the day: {municipalities}. Their care would have no contract.",
        "Deze gemeenten zijn op die dag geen lid van de organisatie: {municipalities}. Hun zorg zou geen contract hebben.");

    public static readonly Rule OrganisationUnknown = new(
        "REGION_MOVE_ORGANISATION_UNKNOWN",
        RuleKind.State,
        "The organisation {buyer_id} has no members on the day.",
        "De organisatie {buyer_id} heeft op die dag geen leden.");

    public static readonly Rule BuyerMoved = new(
        "BUYER_MOVED",
        RuleKind.State,
        "The region of a line went over into another organisation: a line for it ends that day at the latest, and what goes on names the organisation.",
        "De regio van een regel is opgegaan in een andere organisatie: een regel voor die regio eindigt uiterlijk die dag, en wat doorloopt noemt de organisatie.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints = [new("ck_contract_line_buyer_moved", BuyerMoved)];

    public static DomainException NotFound(string id) => new(Unknown, "id", new Dictionary<string, string> { ["id"] = id });
}
