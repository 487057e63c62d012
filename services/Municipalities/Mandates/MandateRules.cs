using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Mandates;

/// <summary>The rules of mandates, each with its reason code.</summary>
internal static class MandateRules
{
    public static readonly Rule Unknown = new(
        "MANDATE_UNKNOWN", RuleKind.Missing,
        "No mandate has this id.",
        "Er is geen mandaat met dit nummer.");

    public static readonly Rule ActUnknown = new(
        "MANDATED_ACT_UNKNOWN", RuleKind.Missing,
        "No mandated act has this id.",
        "Er is geen handeling in mandaat met dit nummer.");

    public static readonly Rule SubMandateNotAllowed = new(
        "SUB_MANDATE_NOT_ALLOWED", RuleKind.Invalid,
        "The mandate above allows no sub-mandate, or not for these topics or this amount.",
        "Het mandaat erboven staat geen ondermandaat toe, of niet voor deze onderwerpen of dit bedrag.");

    public static readonly Rule GrantOverlaps = new(
        "GRANT_OVERLAPS", RuleKind.State,
        "This municipality has granted this mandate already for some of these days; record a withdrawal first.",
        "Deze gemeente heeft dit mandaat voor een deel van deze dagen al verleend; leg eerst een intrekking vast.");

    public static readonly Rule GrantNotInForce = new(
        "GRANT_NOT_IN_FORCE", RuleKind.State,
        "This municipality had granted nothing that holds on this day or later.",
        "Deze gemeente had niets verleend dat op of na deze dag geldt.");

    public static readonly Rule RatificationNotAsked = new(
        "RATIFICATION_NOT_ASKED", RuleKind.State,
        "The act needs no ratification by this municipality, or it has decided already.",
        "De handeling behoeft geen bekrachtiging door deze gemeente, of zij heeft al besloten.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ex_mandate_grant_one_at_a_time", GrantOverlaps, "period"),
    ];
}
