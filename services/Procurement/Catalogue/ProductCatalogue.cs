using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Catalogue;

/// <summary>What can be bought, and on which scale it must be bought on a day.</summary>
internal sealed class ProductCatalogue(
    IReadOnlyList<InterventionLevel> levels, IReadOnlyList<Product> products, IReadOnlyList<ScaleRule> rules)
{
    private readonly Dictionary<string, Product> _products = products.ToDictionary(product => product.Id);

    public IReadOnlyList<InterventionLevel> Levels { get; } = [.. levels.OrderBy(level => level.Level)];

    public IReadOnlyList<ScaleRule> Rules => rules;

    public IEnumerable<Product> ProductsOf(InterventionLevel level) =>
        products.Where(product => product.Level == level.Level).OrderBy(product => product.Id, StringComparer.Ordinal);

    /// <summary>The product with this code; <paramref name="field"/> is the path of the request that named it.</summary>
    public Product Product(string id, string field) => _products.TryGetValue(id, out var found)
        ? found
        : throw new DomainException(CatalogueRules.ProductUnknown, field, new Dictionary<string, string> { ["product_id"] = id });

    /// <summary>The rule that holds for a product on a day: one for the product goes before one for its level.</summary>
    public ScaleRule Rule(Product product, DateOnly day, string field) => RuleOrNull(product, day)
        ?? throw new DomainException(CatalogueRules.ScaleRuleMissing, field, new Dictionary<string, string>
        {
            ["product_id"] = product.Id,
            ["as_of"] = day.ToString("O", CultureInfo.InvariantCulture),
        });

    /// <summary>The same, or null on a day that no rule covers.</summary>
    public ScaleRule? RuleOrNull(Product product, DateOnly day) =>
        rules.FirstOrDefault(rule => rule.ProductId == product.Id && rule.Validity.Contains(day))
        ?? rules.FirstOrDefault(rule => rule.IsFor(product.Level) && rule.Validity.Contains(day));

    /// <summary>All rules about a product or its level, by their first days.</summary>
    public IReadOnlyList<ScaleRule> RulesAbout(Product product) =>
        [.. rules.Where(rule => rule.IsAbout(product)).OrderBy(rule => rule.Validity.From).ThenBy(rule => rule.ProductId, StringComparer.Ordinal)];
}
