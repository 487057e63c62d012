using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Learning;

/// <summary>The rules of the learning calendar.</summary>
internal static class LearningRules
{
    public static readonly Rule Unknown = new(
        "LEARNING_MEETING_UNKNOWN",
        RuleKind.Missing,
        "The calendar has no such meeting.",
        "De kalender kent deze bijeenkomst niet.");

    public static readonly Rule NotYet = new(
        "LEARNING_MEETING_NOT_YET",
        RuleKind.State,
        "The day of the meeting is still to come.",
        "De dag van de bijeenkomst moet nog komen.");
}
