using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Supply;

/// <summary>The rules of supply, each with its reason code.</summary>
internal static class SupplyRules
{
    /// <summary>More places or clients than the region has children.</summary>
    public const int MostCount = 100_000;

    /// <summary>Ten years.</summary>
    public const int MostWaitingDays = 3_660;

    public static readonly Rule FreeWithoutPlaces = new(
        "FREE_WITHOUT_PLACES", RuleKind.Invalid, "Free places are reported with all places.", "Vrije plaatsen worden samen met alle plaatsen opgegeven.");

    public static readonly Rule FreeAbovePlaces = new(
        "FREE_ABOVE_PLACES", RuleKind.Invalid, "There are no more free places than places.", "Er zijn niet meer vrije plaatsen dan plaatsen.");

    public static readonly Rule MunicipalityElsewhere = new(
        "MUNICIPALITY_NOT_IN_REGION",
        RuleKind.Missing,
        "{municipality_id} is no municipality of {region_id} on {as_of}.",
        "{municipality_id} is op {as_of} geen gemeente van {region_id}.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints = [new("ck_supply_report_free", FreeAbovePlaces, "report.free_places")];
}
