using System.Globalization;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Vault;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Texts;

/// <summary>Looks at texts about a case before they are shared, with the names that the vault knows.</summary>
internal sealed class SharedTexts(SubjectVault vault)
{
    // More do not help who writes, and metadata of an answer is bounded.
    private const int MostTold = 20;

    public async Task<IReadOnlyList<TextFinding>> CheckAsync(Case file, IReadOnlyList<WrittenText> texts, CancellationToken ct)
    {
        var names = new List<string>();
        foreach (var pseudonym in file.Pseudonyms)
            names.Add(await vault.NameAsync(pseudonym, ct));
        return TextCheck.Of(texts, new PersonNames(names));
    }

    /// <summary>
    /// Warns who shares texts that give somebody away, by a refusal that names the places. With a reason they are shared as
    /// they are, and the file keeps who did that and why.
    /// </summary>
    public async Task RequireAsync(Case file, IReadOnlyList<WrittenText> texts, string overrideReason, Act act, CancellationToken ct)
    {
        var findings = await CheckAsync(file, texts, ct);
        if (findings.Count == 0)
            return;
        if (string.IsNullOrWhiteSpace(overrideReason))
            throw new DomainException(TextRules.GivesAway, findings[0].Field, Told(findings));
        file.OverrideTextCheck([.. findings.Select(f => f.Kind).Distinct().Order()], overrideReason, act);
    }

    /// <summary>The findings as metadata of an error.</summary>
    public static IReadOnlyDictionary<string, string> Told(IReadOnlyList<TextFinding> findings) =>
        new Dictionary<string, string> { ["findings"] = string.Join(", ", findings.Take(MostTold).Select(Told)) };

    private static string Told(TextFinding finding) =>
        string.Create(CultureInfo.InvariantCulture, $"{finding.Field}@{finding.Offset}+{finding.Length}:{Codes.Of(finding.Kind)}");
}
