using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Providers;

/// <summary>The rules of providers, each with its reason code.</summary>
internal static class ProviderRules
{
    public const int MostNameCharacters = 200;

    public static readonly Rule Unknown = new(
        "PROVIDER_UNKNOWN",
        RuleKind.Missing,
        "No provider has this id.",
        "Er is geen aanbieder met dit nummer.");

    public static readonly Rule Exists = new(
        "PROVIDER_EXISTS",
        RuleKind.Duplicate,
        "A provider with this AGB code is registered already.",
        "Er is al een aanbieder met deze AGB-code.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_provider_agb_code", Exists, "provider.agb_code"),
    ];

    /// <summary>To throw for a provider that is unknown, or that the caller may not see: the two look alike.</summary>
    public static DomainException NotFound(string id, string field) =>
        new(Unknown, field, new Dictionary<string, string> { ["provider_id"] = id });
}
