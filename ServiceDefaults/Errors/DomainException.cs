using System.Collections.ObjectModel;

namespace Regio.ServiceDefaults.Errors;

/// <summary>A rule of the domain was broken. Its texts and metadata reach the caller, so they hold no personal data.</summary>
/// <param name="rule">The rule.</param>
/// <param name="field">Path of the request field it concerns, such as <c>municipality_ids[2]</c>.</param>
/// <param name="metadata">The values that matter, by snake_case name.</param>
public sealed class DomainException(Rule rule, string? field = null, IReadOnlyDictionary<string, string>? metadata = null)
    : Exception(Fill(rule.English, metadata))
{
    /// <summary>The rule that was broken.</summary>
    public Rule Rule { get; } = rule;

    /// <summary>Path of the request field it concerns, when it concerns one.</summary>
    public string? Field { get; } = field;

    /// <summary>The values that matter.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata ?? ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What is wrong, in Dutch, with the values filled in.</summary>
    public string DutchMessage => Fill(Rule.Dutch, Metadata);

    private static string Fill(string text, IReadOnlyDictionary<string, string>? values)
    {
        if (values is null)
            return text;
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return text;
    }
}
