using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Catalogue;

/// <summary>The rules of the catalogue, each with its reason code.</summary>
internal static class CatalogueRules
{
    public static readonly Rule ProductUnknown = new(
        "PRODUCT_UNKNOWN",
        RuleKind.Missing,
        "The catalogue holds no product with this code.",
        "De catalogus kent geen product met deze code.");

    public static readonly Rule ScaleRuleMissing = new(
        "SCALE_RULE_MISSING",
        RuleKind.State,
        "No scale rule covers {product_id} on {as_of}.",
        "Voor {product_id} geldt op {as_of} geen schaalregel.");

    public static readonly Rule ProductExists = new(
        "PRODUCT_EXISTS",
        RuleKind.Duplicate,
        "The catalogue holds a product with this code already.",
        "De catalogus heeft al een product met deze code.");

    public static readonly Rule ProductNotOffered = new(
        "PRODUCT_NOT_OFFERED",
        RuleKind.Invalid,
        "{product_id} can be bought from {from} until {until}.",
        "{product_id} is in te kopen van {from} tot {until}.");

    public static readonly Rule LevelUnknown = new(
        "LEVEL_UNKNOWN",
        RuleKind.Missing,
        "There is no intervention level {level}.",
        "Er is geen interventieniveau {level}.");

    public static readonly Rule CareCategoryUnknown = new(
        "CARE_CATEGORY_UNKNOWN",
        RuleKind.Invalid,
        "iJw has no product category {care_category}; it has {known}.",
        "iJw kent geen productcategorie {care_category}; wel {known}.");

    public static readonly Rule CareCodeWithoutCategory = new(
        "CARE_CODE_WITHOUT_CATEGORY",
        RuleKind.Invalid,
        "A product code of iJw belongs to a category; give that too.",
        "Een productcode van iJw hoort bij een categorie; geef die ook.");

    public static readonly Rule SubjectUnclear = new(
        "SCALE_RULE_SUBJECT",
        RuleKind.Invalid,
        "A rule is for one product, or for a range of levels from 1 to 8.",
        "Een regel geldt voor een product, of voor een reeks niveaus van 1 tot en met 8.");

    public static readonly Rule LaterRuleExists = new(
        "SCALE_RULE_LATER_EXISTS",
        RuleKind.State,
        "A rule for the same starts on {from}; history is kept, so adopt from a later day.",
        "Een regel voor hetzelfde gaat in op {from}; de geschiedenis blijft, dus kies een latere ingangsdatum.");

    public static readonly Rule Raced = new(
        "SCALE_RULE_OVERLAPS",
        RuleKind.Duplicate,
        "Somebody adopted a rule for the same at the same moment; look again.",
        "Iemand heeft op hetzelfde moment een regel voor hetzelfde vastgelegd; kijk opnieuw.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("pk_product", ProductExists, "product.id"),
        new("ex_scale_rule_one_per_product", Raced),
        new("ex_scale_rule_one_per_level", Raced),
    ];
}
