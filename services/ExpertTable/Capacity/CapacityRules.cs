using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Capacity;

/// <summary>The rules of who works at the table and of how many cases they take.</summary>
internal static class CapacityRules
{
    public static readonly Rule StaffMemberUnknown = new(
        "STAFF_MEMBER_UNKNOWN",
        RuleKind.Missing,
        "Nobody with this id works or worked at the table.",
        "Niemand met dit nummer werkt of werkte aan de tafel.");

    public static readonly Rule StaffMemberPresent = new(
        "STAFF_MEMBER_PRESENT",
        RuleKind.Duplicate,
        "This person does this work in that period already.",
        "Deze persoon doet dit werk in die periode al.");

    public static readonly Rule StaffMemberEnded = new(
        "STAFF_MEMBER_ENDED",
        RuleKind.State,
        "The end of this work is recorded already.",
        "Het einde van dit werk is al vastgelegd.");

    public static readonly Rule StaffEndBeforeStart = new(
        "STAFF_END_BEFORE_START",
        RuleKind.Invalid,
        "Work ends after it begins.",
        "Werk eindigt nadat het begint.");

    public static readonly Rule StaffMemberNotInOffice = new(
        "STAFF_MEMBER_NOT_IN_OFFICE",
        RuleKind.State,
        "This person does not work as {kind} today.",
        "Deze persoon werkt vandaag niet als {kind}.");

    public static readonly Rule GuideFull = new(
        "GUIDE_FULL",
        RuleKind.State,
        "The guide has taken {taken} cases this year and {limit} is the limit; another needs a reason (override_reason).",
        "De procesbegeleider nam dit jaar al {taken} casussen aan en {limit} is de grens; nog een vraagt een reden.");

    public static readonly Rule TableFull = new(
        "TABLE_FULL",
        RuleKind.State,
        "All guides together have taken {taken} cases this year and {limit} is the limit; another needs a reason (override_reason).",
        "Alle procesbegeleiders samen namen dit jaar al {taken} casussen aan en {limit} is de grens; nog een vraagt een reden.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints = [new("ex_staff_member_period", StaffMemberPresent, "subject")];
}
