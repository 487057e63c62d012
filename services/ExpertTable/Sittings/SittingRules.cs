using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Sittings;

/// <summary>The rules of sittings. None of the texts names a person.</summary>
internal static class SittingRules
{
    public static readonly Rule SittingUnknown = new(
        "SITTING_UNKNOWN",
        RuleKind.Missing,
        "There is no such sitting, or not for this caller.",
        "Deze zitting bestaat niet, of niet voor u.");

    public static readonly Rule SittingPresent = new(
        "SITTING_PRESENT",
        RuleKind.Duplicate,
        "There is a sitting with this label on that day; give it another label.",
        "Op die dag is al een zitting met deze naam; kies een andere naam.");

    public static readonly Rule ParticipantPresent = new(
        "PARTICIPANT_PRESENT",
        RuleKind.Invalid,
        "This person is invited already.",
        "Deze persoon is al uitgenodigd.");

    public static readonly Rule ParticipantUnknown = new(
        "PARTICIPANT_UNKNOWN",
        RuleKind.Missing,
        "This person is not invited.",
        "Deze persoon is niet uitgenodigd.");

    public static readonly Rule DissenterNotMember = new(
        "DISSENTER_NOT_MEMBER",
        RuleKind.Invalid,
        "Who dissents is a member of the sitting.",
        "Wie het anders ziet, is lid van de zitting.");

    public static readonly Rule DissentMissing = new(
        "DISSENT_MISSING",
        RuleKind.Invalid,
        "Where members dissent, the advice says how they see it.",
        "Als leden het anders zien, zegt het advies hoe.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("pk_sitting_participant", Etag.Mismatch),
        new("ix_sitting_day_label", SittingPresent, "label"),
        // A sitting and a day that do not belong together: somebody planned while the sitting went.
        new("fk_case_file_sitting_sitting_id_sitting_date", SittingUnknown, "sitting_id"),
    ];
}
