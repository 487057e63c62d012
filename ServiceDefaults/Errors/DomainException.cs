namespace Regio.ServiceDefaults.Errors;

/// <summary>A rule of the domain was broken.</summary>
/// <param name="rule">The rule.</param>
/// <param name="field">The field of the request that it concerns.</param>
/// <param name="metadata">Values that help the caller; never personal data.</param>
public sealed class DomainException(Rule rule, string? field = null, IReadOnlyDictionary<string, string>? metadata = null)
    : Exception(rule.English)
{
    /// <summary>The rule that was broken.</summary>
    public Rule Rule { get; } = rule;

    /// <summary>The field of the request that it concerns, when there is one.</summary>
    public string? Field { get; } = field;

    /// <summary>Values that help the caller.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata ?? new Dictionary<string, string>();
}
