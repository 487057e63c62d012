using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Ceilings;

/// <summary>The rules of ceilings and client stops, each with its reason code.</summary>
internal static class CeilingRules
{
    public const int MostTextCharacters = 2_000;
    public const long MostCents = 1_000_000_000_000;
    public const int MostDays = 365;

    public static readonly Rule Unknown = new(
        "CEILING_UNKNOWN", RuleKind.Missing, "No ceiling has this id.", "Er is geen omzetplafond met dit nummer.");

    public static readonly Rule ContractNotInForce = new(
        "CONTRACT_NOT_IN_FORCE",
        RuleKind.State,
        "A ceiling is set for a signed contract; this one is {state}.",
        "Een omzetplafond geldt voor een ondertekend contract.");

    public static readonly Rule OutsideContract = new(
        "CEILING_OUTSIDE_CONTRACT",
        RuleKind.Invalid,
        "The ceiling holds outside the period of its contract, or has no end.",
        "Het omzetplafond geldt buiten de looptijd van het contract of heeft geen einde.");

    public static readonly Rule MidMonth = new(
        "CEILING_MID_MONTH",
        RuleKind.Invalid,
        "A ceiling begins with a month or with its contract, and ends with one of them: spend is known by month.",
        "Een omzetplafond begint en eindigt met een maand of met het contract: de besteding is per maand bekend.");

    public static readonly Rule MeetingAhead = new(
        "CEILING_MEETING_AHEAD",
        RuleKind.Invalid,
        "A meeting is recorded when it has taken place.",
        "Een gesprek wordt vastgelegd nadat het is gevoerd.");

    public static readonly Rule Overlaps = new(
        "CEILING_OVERLAPS",
        RuleKind.Duplicate,
        "Another ceiling of the contract holds on the same day.",
        "Een ander omzetplafond van het contract geldt op dezelfde dag.");

    public static readonly Rule ViewNotDue = new(
        "CEILING_VIEW_NOT_DUE",
        RuleKind.State,
        "The provider can give its view up to and including {due}.",
        "De aanbieder kan tot en met {due} een zienswijze geven.");

    public static readonly Rule ViewMissing = new(
        "CEILING_VIEW_MISSING",
        RuleKind.State,
        "A ceiling is decided after the view of the provider, or after its time for one has passed.",
        "Een omzetplafond wordt vastgesteld na de zienswijze van de aanbieder, of nadat de termijn daarvoor voorbij is.");

    public static readonly Rule WrongState = new(
        "CEILING_STATE",
        RuleKind.State,
        "A ceiling that is {state} does not allow this.",
        "De stand van het omzetplafond laat dit niet toe.");

    public static readonly Rule Running = new(
        "CEILING_RUNNING",
        RuleKind.State,
        "The ceiling runs until {until}.",
        "Het omzetplafond loopt tot {until}.");

    public static readonly Rule NotWarned = new(
        "CEILING_NOT_WARNED",
        RuleKind.State,
        "The ceiling has had no warning, so there is no letter.",
        "Voor het omzetplafond is nog niet gewaarschuwd; er is dus geen brief.");

    public static readonly Rule StopUnknown = new(
        "CLIENT_STOP_UNKNOWN", RuleKind.Missing, "No client stop has this id.", "Er is geen cliëntenstop met dit nummer.");

    public static readonly Rule StopLifted = new(
        "CLIENT_STOP_LIFTED", RuleKind.State, "The client stop has an end already.", "De cliëntenstop heeft al een einde.");

    public static readonly Rule ReviewOutside = new(
        "CLIENT_STOP_REVIEW_OUTSIDE",
        RuleKind.Invalid,
        "A client stop is reviewed while it holds, and after its last review.",
        "Een cliëntenstop wordt bekeken terwijl hij geldt, en na de vorige keer.");

    public static readonly Rule StopEnd = new(
        "CLIENT_STOP_END",
        RuleKind.Invalid,
        "A client stop ends after it begins.",
        "Een cliëntenstop eindigt nadat hij begint.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ex_ceiling_one_per_day", Overlaps, "ceiling.period"),
    ];

    public static DomainException NotFound(string id) => new(Unknown, "id", new Dictionary<string, string> { ["ceiling_id"] = id });

    public static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
