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
}
