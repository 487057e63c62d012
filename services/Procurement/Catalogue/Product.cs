using System.Globalization;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Catalogue;

/// <summary>Something that can be bought.</summary>
internal sealed record Product
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required int Level { get; init; }

    /// <summary>Unit in which it is usually bought; null when that is not known. A contract may agree another one.</summary>
    public required TariffUnit? Unit { get; init; }

    /// <summary>Whether the child stays the night (verblijf).</summary>
    public required bool WithStay { get; init; }

    /// <summary>Product category of iJw, null when not known.</summary>
    public required string? CareCategory { get; init; }

    /// <summary>Product code of iJw, null when each contract has its own.</summary>
    public required string? CareCode { get; init; }

    /// <summary>When it can be bought.</summary>
    public required Validity Validity { get; init; }

    public required Source Source { get; init; }

    /// <summary>A product whose level exists and whose code of iJw belongs to its category.</summary>
    public static Product Create(Product asked, IReadOnlyList<InterventionLevel> levels)
    {
        if (levels.All(level => level.Level != asked.Level))
        {
            throw new DomainException(CatalogueRules.LevelUnknown, "product.level", new Dictionary<string, string>
            {
                ["level"] = asked.Level.ToString(CultureInfo.InvariantCulture),
            });
        }

        if (asked.CareCategory is { } category && !CareCategories.Contains(category))
        {
            throw new DomainException(CatalogueRules.CareCategoryUnknown, "product.care_category", new Dictionary<string, string>
            {
                ["care_category"] = category,
                ["known"] = string.Join(", ", CareCategories.All),
            });
        }

        return asked.CareCode is not null && asked.CareCategory is null
            ? throw new DomainException(CatalogueRules.CareCodeWithoutCategory, "product.care_code")
            : asked;
    }

    /// <summary>Refuses to buy it in a period in which it is not offered.</summary>
    public void RequireOffered(Validity bought, string field)
    {
        if (!Validity.Contains(bought))
        {
            throw new DomainException(CatalogueRules.ProductNotOffered, field, new Dictionary<string, string>
            {
                ["product_id"] = Id,
                ["from"] = Validity.From.ToString("O", CultureInfo.InvariantCulture),
                ["until"] = Validity.Until?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            });
        }
    }
}

/// <summary>The product categories of iJw 3.2 (table JZ020 of Zorginstituut Nederland): 31 to 38 and 40 to 55.</summary>
internal static class CareCategories
{
    public static IReadOnlyList<string> All { get; } =
        [.. Enumerable.Range(31, 25).Where(number => number != 39).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    public static bool Contains(string category) => All.Contains(category);
}
