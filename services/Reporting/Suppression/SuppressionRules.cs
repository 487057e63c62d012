using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Suppression;

/// <summary>The rules of hiding small numbers, each with its reason code.</summary>
internal static class SuppressionRules
{
    public static readonly Rule PublicThresholdTooLow = new(
        "PUBLIC_THRESHOLD_TOO_LOW",
        RuleKind.Invalid,
        "What is public has a threshold of {least} or more.",
        "Wat openbaar is, heeft een drempel van {least} of meer.");

    public static readonly Rule NotInTheFuture = new(
        "POLICY_NOT_IN_THE_FUTURE",
        RuleKind.State,
        "A policy holds from tomorrow or later: what has been shown stays as it was.",
        "Een drempel geldt op zijn vroegst vanaf morgen: wat getoond is, blijft zoals het was.");

    public static readonly Rule LaterPolicy = new(
        "LATER_POLICY_EXISTS",
        RuleKind.State,
        "A policy that holds from {day} has been adopted already.",
        "Er is al een drempel vastgesteld die geldt vanaf {day}.");

    public static readonly Rule Hidden = new(
        "FIGURE_HIDDEN",
        RuleKind.State,
        "This figure is not shown: it is about few children, or would give such a figure away.",
        "Dit cijfer wordt niet getoond: het gaat over weinig kinderen, of zou zo'n cijfer verraden.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints = [new("ex_suppression_policy_one_per_day", LaterPolicy, "policy.period.start_date")];
}
