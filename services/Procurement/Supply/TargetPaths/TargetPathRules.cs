using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Supply.TargetPaths;

/// <summary>The rules of target paths, each with its reason code.</summary>
internal static class TargetPathRules
{
    public const int MostProducts = 50;
    public const int MostPoints = 100;
    public const int MostTextCharacters = 500;

    public static readonly Rule Unknown = new(
        "TARGET_PATH_UNKNOWN", RuleKind.Missing, "No target path of this region is known.", "Van deze regio is geen afbouwpad bekend.");

    public static readonly Rule OutOfOrder = new(
        "TARGET_PATH_ORDER",
        RuleKind.Invalid,
        "The points of a path follow each other by day, each on a day of its own.",
        "De punten van een afbouwpad staan op volgorde, elk op een eigen dag.");

    public static readonly Rule WithoutStay = new(
        "TARGET_PATH_WITHOUT_STAY",
        RuleKind.Invalid,
        "{product_id} is a product without stay; a path counts places with stay.",
        "{product_id} is een product zonder verblijf; een afbouwpad telt plaatsen met verblijf.");

    public static readonly Rule ProductTwice = new(
        "TARGET_PATH_PRODUCT_TWICE",
        RuleKind.Invalid,
        "{product_id} comes twice; name each product once.",
        "{product_id} staat er twee keer; noem elk product een keer.");

    public static readonly Rule Raced = new(
        "TARGET_PATH_RACED",
        RuleKind.Conflict,
        "Somebody set the path of this region at the same moment; read it again.",
        "Iemand heeft op hetzelfde moment het afbouwpad van deze regio vastgelegd; haal het opnieuw op.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ix_target_path_region_id_version", Raced),
        new("pk_target_path_point", OutOfOrder, "path.points"),
        new("pk_target_path_product", ProductTwice, "path.product_ids"),
        new("ck_target_path_product_with_stay", WithoutStay, "path.product_ids"),
    ];
}
