using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Goals;

/// <summary>The rules of the goal tree, each with its reason code.</summary>
internal static class GoalRules
{
    public static readonly Rule Unknown = new(
        "GOAL_NODE_UNKNOWN", RuleKind.Missing,
        "The tree has no node with this id.",
        "De doelenboom kent dit onderdeel niet.");

    public static readonly Rule Misplaced = new(
        "GOAL_NODE_MISPLACED", RuleKind.State,
        "A goal or effort hangs below a goal, a dossier below an effort, an indicator below one of these, of the same region.",
        "Een doel of inspanning hangt onder een doel, een dossier onder een inspanning, een indicator onder een van deze, van dezelfde regio.");

    public static readonly Rule Circular = new(
        "GOAL_TREE_CIRCULAR", RuleKind.State,
        "A node cannot hang below itself.",
        "Een onderdeel kan niet onder zichzelf hangen.");

    public static readonly Rule NotMeasured = new(
        "GOAL_NODE_NOT_MEASURED", RuleKind.Invalid,
        "Only an indicator has figures of reporting.",
        "Alleen een indicator heeft cijfers uit de monitor.");
}
