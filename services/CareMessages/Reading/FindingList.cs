using System.Globalization;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Reading;

/// <summary>What was found, up to as much as anybody will read.</summary>
internal sealed class FindingList(int limit)
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All => _findings;

    public bool HasStructureFault { get; private set; }

    public void Add(StructureRule rule, string path, Position position, string name = "", string allowed = "")
    {
        // The message is refused for its structure; what rules found in it until now does not count (IV028).
        if (!HasStructureFault)
            _findings.RemoveAll(finding => finding.Rule.Level > ControlLevel.Structure);
        HasStructureFault = true;
        Add(new Finding(rule, path, position.Line, position.Column, string.Format(CultureInfo.InvariantCulture, rule.Dutch, name, allowed)));
    }

    public void Add(Finding finding)
    {
        if (_findings.Count >= limit)
            throw new ReadStoppedException(StructureRules.TooManyFindings);
        _findings.Add(finding);
    }

    /// <summary>The last finding of a reading that stopped; there is always room for it.</summary>
    public void AddStop(StructureRule rule, string path, Position position)
    {
        HasStructureFault = true;
        _findings.Add(new Finding(rule, path, position.Line, position.Column, rule.Dutch));
    }
}
