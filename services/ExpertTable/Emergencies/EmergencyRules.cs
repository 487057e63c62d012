using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Emergencies;

/// <summary>The rules of opening a file in an emergency.</summary>
internal static class EmergencyRules
{
    public static readonly Rule Unknown = new(
        "EMERGENCY_ACCESS_UNKNOWN",
        RuleKind.Missing,
        "There is no such access, or not for this caller.",
        "Deze noodtoegang bestaat niet, of niet voor u.");

    public static readonly Rule Own = new(
        "EMERGENCY_ACCESS_OWN",
        RuleKind.NotAllowed,
        "Somebody else than who opened the case sees to it.",
        "Wie de casus opende, beoordeelt dat niet zelf.");

    public static readonly Rule Seen = new(
        "EMERGENCY_ACCESS_SEEN",
        RuleKind.State,
        "Somebody has seen to it already.",
        "Dit is al beoordeeld.");
}
