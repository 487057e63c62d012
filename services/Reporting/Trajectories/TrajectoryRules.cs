using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Trajectories;

/// <summary>What may not be asked of trajectories.</summary>
internal static class TrajectoryRules
{
    public static readonly Rule LimitsAreFixed = new(
        "LIMITS_ARE_FIXED",
        RuleKind.Invalid,
        "Who may not see few children cannot choose from when on a trajectory is long or expensive, except of the own municipality.",
        "Wie kleine aantallen niet mag zien, kiest niet zelf vanaf wanneer een traject lang of duur is, behalve voor de eigen gemeente.");
}
