using Regio.Procurement.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Catalogue;

/// <summary>From the catalogue to its messages.</summary>
internal static class CatalogueMapping
{
    public const int MostCodeCharacters = 60;
    public const int MostNameCharacters = 200;
    public const int MostGroundCharacters = 500;
    public const int CareCategoryCharacters = 2;
    public const int MostCareCodeCharacters = 5;

    public static V1.InterventionLevel ToProto(this InterventionLevel level, IEnumerable<Product> products) => new()
    {
        Level = level.Level,
        Name = level.Name,
        Products = { products.Select(ToProto) },
    };

    public static V1.Product ToProto(this Product product) => new()
    {
        Id = product.Id,
        Name = product.Name,
        Level = product.Level,
        Unit = product.Unit is { } unit ? (V1.TariffUnit)unit : V1.TariffUnit.Unspecified,
        WithStay = product.WithStay,
        CareCategory = product.CareCategory ?? "",
        CareCode = product.CareCode ?? "",
        Period = product.Validity.ToProto(),
        Source = product.Source.ToProto(),
    };

    public static Product ToDomain(this V1.Product product) => new()
    {
        Id = product.Id,
        Name = product.Name.Trim(),
        Level = product.Level,
        Unit = product.Unit == V1.TariffUnit.Unspecified ? null : (TariffUnit)product.Unit,
        WithStay = product.WithStay,
        CareCategory = product.CareCategory.Length == 0 ? null : product.CareCategory,
        CareCode = product.CareCode.Length == 0 ? null : product.CareCode,
        Validity = product.Period.ToValidity(),
        Source = new Source(product.Source.Title.Trim(), product.Source.Place.Trim()),
    };

    public static ScaleRule ToDomain(this V1.ScaleRule rule, Guid id) => new()
    {
        Id = id,
        ProductId = rule.ProductId.Length == 0 ? null : rule.ProductId,
        LevelFrom = rule.LevelFrom == 0 ? null : rule.LevelFrom,
        LevelTo = rule.LevelTo == 0 ? null : rule.LevelTo,
        Scale = (Scale)rule.Scale,
        Executor = rule.Executor.Trim(),
        Validity = rule.Period.ToValidity(),
        Ground = rule.Ground.Trim(),
        Source = new Source(rule.Source.Title.Trim(), rule.Source.Place.Trim()),
    };

    public static ResolveScaleResponse ToProto(this ScaleAnswer answer) => new()
    {
        ScaleRule = answer.Deciding.ToProto(),
        WeighedRules =
        {
            answer.Weighed.Select(weighed => new WeighedScaleRule { ScaleRule = weighed.Rule.ToProto(), Verdict = (V1.ScaleVerdict)weighed.Verdict }),
        },
        NextChangeDate = answer.NextChange?.ToProto(),
        Explanation = answer.InDutch(),
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
