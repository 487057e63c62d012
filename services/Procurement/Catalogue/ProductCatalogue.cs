using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Catalogue;

/// <summary>What can be bought, and on which scale it must be bought on a day.</summary>
internal sealed class ProductCatalogue(
    IReadOnlyList<InterventionLevel> levels, IReadOnlyList<Product> products, IReadOnlyList<ScaleRule> rules)
{
    private readonly Dictionary<string, Product> _products = products.ToDictionary(product => product.Id);

    public IReadOnlyList<InterventionLevel> Levels { get; } = [.. levels.OrderBy(level => level.Level)];

    public IEnumerable<Product> ProductsOf(InterventionLevel level) =>
        products.Where(product => product.Level == level.Level).OrderBy(product => product.Id, StringComparer.Ordinal);

    /// <summary>The product with this code; <paramref name="field"/> is the path of the request that named it.</summary>
    public Product Product(string id, string field) => _products.TryGetValue(id, out var found)
        ? found
        : throw new DomainException(CatalogueRules.ProductUnknown, field, new Dictionary<string, string> { ["product_id"] = id });

    /// <summary>The rule that holds for a product on a day: one for the product goes before one for its level.</summary>
    public ScaleRule Rule(Product product, DateOnly day, string field)
    {
        var holding = rules.Where(rule => rule.Validity.Contains(day)).ToList();
        return holding.FirstOrDefault(rule => rule.ProductId == product.Id)
            ?? holding.FirstOrDefault(rule => rule.IsFor(product.Level))
            ?? throw new DomainException(CatalogueRules.ScaleRuleMissing, field, new Dictionary<string, string>
            {
                ["product_id"] = product.Id,
                ["as_of"] = day.ToString("O", CultureInfo.InvariantCulture),
            });
    }
}
