using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Answers;

/// <summary>The codes of list WJ001 that stand for no rule of their own.</summary>
public static class ReturnCodes
{
    /// <summary>Rejected for technical reasons: a rule within the message, or an error for which the list has no code.</summary>
    public const string Technical = "0001";

    /// <summary>No remark on this class.</summary>
    public const string Fine = "0200";

    /// <summary>This class was not assessed.</summary>
    public const string NotAssessed = "0233";

    /// <summary>The claim is granted in full.</summary>
    public const string Granted = "8001";

    internal static IReadOnlyList<Value<string>> Of(params IEnumerable<string> codes) => [.. codes.Distinct().Select(code => new Value<string>(code))];

    /// <summary>The codes of findings, each once, in the order of the findings.</summary>
    internal static IReadOnlyList<Value<string>> Of(IEnumerable<Finding> findings) => Of(findings.Select(finding => finding.ReturnCode!));
}
