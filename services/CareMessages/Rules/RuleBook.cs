using System.Globalization;
using System.Text;
using Regio.CareMessages.Findings;

namespace Regio.CareMessages.Rules;

/// <summary>All rules with their state. A rule of the standard stands once in the book, however many classes it looks at.</summary>
internal static class RuleBook
{
    /// <summary>The rules within one message, in the order in which they look.</summary>
    public static IReadOnlyList<MessageRule> Implemented { get; } =
        [.. ClientRules.All, .. ContactRules.All, .. CareRules.All, .. ChainRules.All, .. ClaimRules.All, .. KeyRules.All];

    /// <summary>The page of all rules.</summary>
    public static string Page()
    {
        var page = new StringBuilder();
        page.Append("# Rules of iJw 3.2\n\nWritten from the code; a test holds this page against it. The numbers are those of the standard, except `XML…` and `XSD…`.\n\n");
        page.Append("## Structure (level 1, no return message)\n\n| Rule | What |\n|---|---|\n");
        foreach (var rule in StructureRules.All)
            page.Append(CultureInfo.InvariantCulture, $"| {rule.Number} | {rule.Description} |\n");
        page.Append("\n## Within one message (level 2, code 0001)\n\n| Rule | Also | On | What |\n|---|---|---|---|\n");
        foreach (var rule in Implemented.GroupBy(rule => rule.Number).OrderBy(rule => rule.Key, StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"| {rule.Key} | {string.Join(", ", rule.Select(each => each.Also).Where(also => also.Length > 0).Distinct())} | {string.Join(", ", rule.Select(each => each.Part.Name).Distinct())} | {string.Join(" ", rule.Select(each => each.Description).Distinct())} |\n");
        page.Append("\n## Against what is known (levels 3 and 4, checked at intake)\n\n| Rule | Code | On | What |\n|---|---|---|---|\n");
        foreach (var rule in KnownRules.All)
            page.Append(CultureInfo.InvariantCulture, $"| {rule.Number} | {rule.ReturnCode} | {rule.On} | {rule.Description} |\n");
        page.Append("\n## Which number is which\n\nWhere several rules are stated together, this is how numbers were given to demands.\n\n| Rules | How | Certain |\n|---|---|---|\n");
        foreach (var (rules, given, isCertain) in OtherRules.Numbers)
            page.Append(CultureInfo.InvariantCulture, $"| {rules} | {given} | {(isCertain ? "yes" : "no")} |\n");
        page.Append("\n## Not implemented here\n\n| Rules | Why |\n|---|---|\n");
        foreach (var (rules, why) in OtherRules.All)
            page.Append(CultureInfo.InvariantCulture, $"| {rules} | {why} |\n");
        return page.ToString();
    }
}
