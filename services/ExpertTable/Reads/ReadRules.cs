using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Reads;

/// <summary>The rules of the read log.</summary>
internal static class ReadRules
{
    public static readonly Rule SubjectUnknown = new(
        "SUBJECT_UNKNOWN",
        RuleKind.Missing,
        "The expert table knows no such person, or not for this caller.",
        "De experttafel kent deze persoon niet, of niet voor u.");
}
