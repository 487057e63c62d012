using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Actions;

/// <summary>The rules of what is agreed on about a case.</summary>
internal static class ActionRules
{
    public static readonly Rule ActionUnknown = new(
        "ACTION_UNKNOWN",
        RuleKind.Missing,
        "The case has no such action.",
        "De casus heeft deze actie niet.");

    public static readonly Rule ActionEnded = new(
        "ACTION_ENDED",
        RuleKind.State,
        "The action was done or dropped already.",
        "De actie is al gedaan of vervallen.");

    public static readonly Rule DueInPast = new(
        "ACTION_DUE_IN_PAST",
        RuleKind.Invalid,
        "An action is due today or later.",
        "Een actie is vandaag of later klaar.");
}
