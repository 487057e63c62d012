using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.HourClaims;

/// <summary>The rules of claiming hours, each with its reason code.</summary>
internal static class HourClaimRules
{
    public static readonly Rule RateSet = new(
        "HOUR_RATE_SET", RuleKind.Duplicate,
        "This work has a rate from this day on already.",
        "Dit werk heeft vanaf deze dag al een tarief.");

    public static readonly Rule RateUnknown = new(
        "HOUR_RATE_UNKNOWN", RuleKind.Missing,
        "This work has no rate on this day.",
        "Dit werk heeft op deze dag geen tarief.");

    public static readonly Rule NotClaimable = new(
        "HOURS_NOT_CLAIMABLE", RuleKind.State,
        "Hours for {work} cannot be claimed on {work_date}; only work that has a rate can: {claimable}.",
        "Uren voor {work} zijn op {work_date} niet te declareren; dat kan alleen voor werk met een tarief: {claimable}.");

    public static readonly Rule Unknown = new(
        "HOUR_CLAIM_UNKNOWN", RuleKind.Missing,
        "No claim of hours has this id.",
        "Er is geen urendeclaratie met dit nummer.");

    public static readonly Rule Cancelled = new(
        "HOUR_CLAIM_CANCELLED", RuleKind.State,
        "This claim has been taken back already.",
        "Deze declaratie is al ingetrokken.");

    public static readonly Rule Settled = new(
        "HOUR_CLAIM_SETTLED", RuleKind.State,
        "This claim has been spent from fund {fund_id} already.",
        "Deze declaratie is al ten laste van fonds {fund_id} gebracht.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("pk_hour_rate", RateSet, "rate.start_date"),
    ];
}
