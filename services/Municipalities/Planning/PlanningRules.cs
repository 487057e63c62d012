using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Planning;

/// <summary>The rules of plans, each with its reason code.</summary>
internal static class PlanningRules
{
    public static readonly Rule Unknown = new(
        "PLAN_UNKNOWN", RuleKind.Missing,
        "No plan has this id.",
        "Er is geen planning met dit nummer.");

    public static readonly Rule TitleTaken = new(
        "PLAN_TITLE_TAKEN", RuleKind.Duplicate,
        "Another plan of this region has this title.",
        "Een andere planning van deze regio heet zo.");

    public static readonly Rule MilestoneUnknown = new(
        "MILESTONE_UNKNOWN", RuleKind.Missing,
        "The plan has no milestone with this code; what it depends on is added first.",
        "De planning kent geen mijlpaal met deze code; waar iets van afhangt komt er eerst in.");

    public static readonly Rule CodeTaken = new(
        "MILESTONE_CODE_TAKEN", RuleKind.Duplicate,
        "Another milestone of the plan has this code.",
        "Een andere mijlpaal van de planning heeft deze code.");

    public static readonly Rule Reached = new(
        "MILESTONE_REACHED", RuleKind.State,
        "The milestone was reached; only what sources say of it can be added.",
        "De mijlpaal is bereikt; alleen wat bronnen erover zeggen kan er nog bij.");

    public static readonly Rule ReachedVaguely = new(
        "MILESTONE_REACHED_VAGUELY", RuleKind.Invalid,
        "What was reached was reached on a day.",
        "Wat bereikt is, is bereikt op een dag.");

    public static readonly Rule ReasonMissing = new(
        "MILESTONE_REASON_MISSING", RuleKind.Invalid,
        "Say why the plan follows this date from now on.",
        "Zeg waarom de planning voortaan deze datum volgt.");

    public static readonly Rule WithoutMilestones = new(
        "PLAN_WITHOUT_MILESTONES", RuleKind.State,
        "A plan without milestones has no dates to keep.",
        "Een planning zonder mijlpalen heeft geen data om vast te houden.");

    public static readonly Rule Full = new(
        "PLAN_FULL", RuleKind.State,
        "A plan has at most {most} of these.",
        "Een planning heeft er hiervan ten hoogste {most}.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_plan_region_id_title", TitleTaken, "plan.title"),
    ];

    public static DomainException TooMany(int most, string field) =>
        new(Full, field, new Dictionary<string, string> { ["most"] = most.ToString(CultureInfo.InvariantCulture) });
}
