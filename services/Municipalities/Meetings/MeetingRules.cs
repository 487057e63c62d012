using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Meetings;

/// <summary>The rules of meetings, each with its reason code.</summary>
internal static class MeetingRules
{
    public static readonly Rule Unknown = new(
        "MEETING_UNKNOWN", RuleKind.Missing,
        "No meeting has this id.",
        "Er is geen vergadering met dit nummer.");

    public static readonly Rule ItemUnknown = new(
        "AGENDA_ITEM_UNKNOWN", RuleKind.Missing,
        "The agenda has no item with this number.",
        "De agenda kent geen punt met dit nummer.");

    public static readonly Rule OfOutsideBody = new(
        "MEETING_OF_OUTSIDE_BODY", RuleKind.State,
        "A body outside the region keeps its own agenda; record that the region was there, and report back.",
        "Een overleg buiten de regio houdt zijn eigen agenda bij; leg vast dat de regio erbij was, en koppel terug.");

    public static readonly Rule OutsideBodyPeriod = new(
        "MEETING_OUTSIDE_BODY_PERIOD", RuleKind.State,
        "On this day the body does not exist; it is there from {start_date} until {end_date}.",
        "Op deze dag bestaat het overleg niet; het is er van {start_date} tot {end_date}.");

    public static readonly Rule NotPlanned = new(
        "MEETING_NOT_PLANNED", RuleKind.State,
        "The meeting has been held or cancelled: its agenda stays as it is.",
        "De vergadering is gehouden of vervallen: de agenda blijft zoals die is.");

    public static readonly Rule NotHeld = new(
        "MEETING_NOT_HELD", RuleKind.State,
        "Record first that the meeting was held and who was there.",
        "Leg eerst vast dat de vergadering is gehouden en wie er was.");

    public static readonly Rule AgendaFull = new(
        "AGENDA_FULL", RuleKind.State,
        "An agenda has at most {most} items.",
        "Een agenda heeft ten hoogste {most} punten.");

    public static readonly Rule ItemDecided = new(
        "ITEM_DECIDED", RuleKind.State,
        "A decision on this item has been recorded already; give the reason to correct it.",
        "Op dit punt is al een besluit vastgelegd; geef de reden om het te verbeteren.");

    public static readonly Rule ItemNotDecided = new(
        "ITEM_NOT_DECIDED", RuleKind.State,
        "There is no decision on this item yet that could be corrected.",
        "Op dit punt is nog geen besluit vastgelegd dat kan worden verbeterd.");

    public static DomainException Full(int most) =>
        new(AgendaFull, "item", new Dictionary<string, string> { ["most"] = most.ToString(CultureInfo.InvariantCulture) });
}
