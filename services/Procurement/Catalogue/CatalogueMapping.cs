using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Catalogue;

/// <summary>From the catalogue to its messages.</summary>
internal static class CatalogueMapping
{
    public const int MostCodeCharacters = 60;

    public static V1.InterventionLevel ToProto(this InterventionLevel level, IEnumerable<Product> products) => new()
    {
        Level = level.Level,
        Name = level.Name,
        Products = { products.Select(product => new V1.Product { Id = product.Id, Name = product.Name, Level = product.Level }) },
    };

    public static V1.ScaleRule ToProto(this ScaleRule rule) => new()
    {
        Id = rule.Id.ToString("D"),
        ProductId = rule.ProductId ?? "",
        LevelFrom = rule.LevelFrom ?? 0,
        LevelTo = rule.LevelTo ?? 0,
        Scale = (V1.Scale)rule.Scale,
        Executor = rule.Executor,
        Period = rule.Validity.ToProto(),
        Ground = rule.Ground,
        Source = rule.Source.ToProto(),
    };
}
