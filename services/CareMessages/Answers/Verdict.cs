using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Answers;

/// <summary>What was found about a message, by the level at which that is answered (IV028): warnings are left out, since they refuse nothing.</summary>
internal sealed class Verdict
{
    private readonly IReadOnlyList<Finding> _errors;

    public Verdict(IEnumerable<Finding> findings) => _errors = [.. findings.Where(finding => finding.Severity == Severity.Error)];

    /// <summary>It is no message by the schemas, so there is nothing to repeat: whoever sent it hears of it outside the messages.</summary>
    public bool IsNoMessage => _errors.Any(finding => finding.Rule.Level == ControlLevel.Structure);

    /// <summary>It breaks a rule within one message, or something for which the list has no code: the header says 0001 and nothing is repeated.</summary>
    public bool IsTechnical => _errors.Any(finding => finding.Rule.Level == ControlLevel.Message || finding.ReturnCode is null or ReturnCodes.Technical);

    public bool IsGood => _errors.Count == 0;

    /// <summary>The errors by the path of the class that answers for each; those of the header, and of what has no codes of its own, are under the empty path.</summary>
    public ILookup<string, Finding> ByClass(IEnumerable<AnsweredPart> classes)
    {
        var paths = classes.Select(part => part.Path).ToHashSet(StringComparer.Ordinal);
        return _errors.ToLookup(finding => ClassOf(finding.Path, paths), StringComparer.Ordinal);
    }

    private static string ClassOf(string path, HashSet<string> classes)
    {
        while (path.Length > 0 && !classes.Contains(path))
            path = path[..Math.Max(path.LastIndexOf('/'), 0)];
        return path;
    }
}
