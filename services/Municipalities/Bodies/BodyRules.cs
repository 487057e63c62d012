using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Bodies;

/// <summary>The rules of bodies and seats, each with its reason code.</summary>
internal static class BodyRules
{
    public static readonly Rule Unknown = new(
        "BODY_UNKNOWN", RuleKind.Missing,
        "No body is registered with this id.",
        "Er is geen overleg geregistreerd met deze aanduiding.");

    public static readonly Rule Registered = new(
        "BODY_REGISTERED", RuleKind.Duplicate,
        "The region already has a body with this code.",
        "De regio heeft al een overleg met deze code.");

    public static readonly Rule SeatUnknown = new(
        "SEAT_UNKNOWN", RuleKind.Missing,
        "The body has no seat with this number.",
        "Het overleg kent geen zetel met dit nummer.");

    public static readonly Rule SeatOutsideBody = new(
        "SEAT_OUTSIDE_BODY", RuleKind.State,
        "A seat exists no longer than its body, which is there from {start_date} until {end_date}.",
        "Een zetel bestaat niet langer dan het overleg, dat er is van {start_date} tot {end_date}.");

    public static readonly Rule SeatNotOpen = new(
        "SEAT_NOT_OPEN", RuleKind.State,
        "The seat does not exist in this period; it is there from {start_date} until {end_date}.",
        "De zetel bestaat niet in deze periode; hij is er van {start_date} tot {end_date}.");

    public static readonly Rule SeatTaken = new(
        "SEAT_TAKEN", RuleKind.State,
        "Somebody else fills this seat on some of these days.",
        "Iemand anders vervult deze zetel op een deel van deze dagen.");

    public static readonly Rule SeatVacant = new(
        "SEAT_VACANT", RuleKind.State,
        "Nobody fills this seat on the day before.",
        "Niemand vervult deze zetel op de dag ervoor.");

    public static readonly Rule NotOutside = new(
        "BODY_NOT_OUTSIDE", RuleKind.State,
        "Only from a body outside the region something is reported back.",
        "Alleen uit een overleg buiten de regio wordt teruggekoppeld.");

    public static readonly Rule MeetingUnknown = new(
        "OUTSIDE_MEETING_UNKNOWN", RuleKind.Missing,
        "No meeting of an outside body has this id.",
        "Er is geen vergadering van een extern overleg met dit nummer.");

    public static readonly Rule ReportDone = new(
        "REPORT_DONE", RuleKind.State,
        "This meeting has been reported back already.",
        "Deze vergadering is al teruggekoppeld.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("pk_body", Registered, "body.code"),
    ];

    /// <summary>A rule about a period, with the period that was to be kept.</summary>
    public static DomainException Outside(Rule rule, ServiceDefaults.Facts.Validity kept, string field) => new(rule, field, new Dictionary<string, string>
    {
        ["start_date"] = kept.From.ToString("O", CultureInfo.InvariantCulture),
        ["end_date"] = kept.Until?.ToString("O", CultureInfo.InvariantCulture) ?? "-",
    });
}
