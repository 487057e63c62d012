using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Rebuild;

/// <summary>The rules of a rebuild.</summary>
internal static class RebuildRules
{
    public static readonly Rule Running = new(
        "REBUILD_RUNNING",
        RuleKind.State,
        "The projection is being rebuilt already.",
        "De projectie wordt al opnieuw opgebouwd.");
}
