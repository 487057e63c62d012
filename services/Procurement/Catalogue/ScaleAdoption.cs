using System.Globalization;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Catalogue;

/// <summary>What a newly adopted rule does to the others: which are cut short, and what they leave to levels that it does not name.</summary>
/// <param name="Adopted">The new rule.</param>
/// <param name="Cut">Rules that end earlier than they would have.</param>
/// <param name="Left">What remains of those, beside and after the new rule.</param>
internal sealed record ScaleAdoption(ScaleRule Adopted, IReadOnlyList<ScaleRule> Cut, IReadOnlyList<ScaleRule> Left)
{
    /// <summary>
    /// Puts a rule in force from its first day. History stays: a rule can give way from a later day than its own first,
    /// never before.
    /// </summary>
    public static ScaleAdoption Of(ScaleRule adopted, IReadOnlyList<ScaleRule> rules, Func<Guid> newId)
    {
        RequireSubject(adopted);
        var yielding = rules.Where(rule => SharesSubject(rule, adopted) && rule.Validity.Overlaps(adopted.Validity)).ToList();
        if (yielding.Find(rule => rule.Validity.From >= adopted.Validity.From) is { } later)
        {
            throw new DomainException(CatalogueRules.LaterRuleExists, "scale_rule.period", new Dictionary<string, string>
            {
                ["scale_rule_id"] = later.Id.ToString("D"),
                ["from"] = later.Validity.From.ToString("O", CultureInfo.InvariantCulture),
            });
        }

        return new ScaleAdoption(
            adopted,
            [.. yielding.Select(rule => rule with { Validity = new Validity(rule.Validity.From, adopted.Validity.From), Version = rule.Version + 1 })],
            [.. yielding.SelectMany(rule => Remains(rule, adopted)).Select(rest => rest with { Id = newId(), Version = 1 })]);
    }

    private static void RequireSubject(ScaleRule rule)
    {
        var isForLevels = rule is { ProductId: null, LevelFrom: >= 1, LevelTo: <= 8 } && rule.LevelFrom <= rule.LevelTo;
        var isForProduct = rule is { ProductId: not null, LevelFrom: null, LevelTo: null };
        if (!isForLevels && !isForProduct)
            throw new DomainException(CatalogueRules.SubjectUnclear, "scale_rule.product_id");
    }

    private static bool SharesSubject(ScaleRule one, ScaleRule other) => one.ProductId == other.ProductId
        && (one.ProductId is not null || (one.LevelFrom <= other.LevelTo && other.LevelFrom <= one.LevelTo));

    private static IEnumerable<ScaleRule> Remains(ScaleRule rule, ScaleRule adopted)
    {
        var start = adopted.Validity.From;
        if (rule.LevelFrom < adopted.LevelFrom)
            yield return rule with { LevelTo = adopted.LevelFrom - 1, Validity = new Validity(start, rule.Validity.Until) };
        if (rule.LevelTo > adopted.LevelTo)
            yield return rule with { LevelFrom = adopted.LevelTo + 1, Validity = new Validity(start, rule.Validity.Until) };
        if (adopted.Validity.Until is { } end && (rule.Validity.Until is null || end < rule.Validity.Until))
        {
            yield return rule with
            {
                LevelFrom = Later(rule.LevelFrom, adopted.LevelFrom),
                LevelTo = Earlier(rule.LevelTo, adopted.LevelTo),
                Validity = new Validity(end, rule.Validity.Until),
            };
        }
    }

    private static int? Later(int? one, int? other) => one is { } a && other is { } b ? Math.Max(a, b) : null;

    private static int? Earlier(int? one, int? other) => one is { } a && other is { } b ? Math.Min(a, b) : null;
}
