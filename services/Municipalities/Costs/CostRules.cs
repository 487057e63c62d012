using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Costs;

/// <summary>The rules of sharing costs out, each with its reason code.</summary>
internal static class CostRules
{
    public static readonly Rule AllocationKeyUnknown = new(
        "ALLOCATION_KEY_UNKNOWN",
        RuleKind.Missing,
        "No allocation key was in force for this purpose on this day.",
        "Voor dit doel gold op deze dag geen verdeelsleutel.");

    public static readonly Rule MunicipalityNotInKey = new(
        "MUNICIPALITY_NOT_IN_KEY",
        RuleKind.State,
        "The allocation key gives this municipality no percentage.",
        "De verdeelsleutel kent deze gemeente geen percentage toe.");

    public static readonly Rule KeyWithoutWeight = new(
        "ALLOCATION_KEY_WITHOUT_WEIGHT",
        RuleKind.State,
        "The percentages of those who share add up to zero, so nothing can be shared out.",
        "De percentages van wie meedeelt zijn samen nul, zodat er niets te verdelen is.");

    public static readonly Rule KeyAlreadyAdopted = new(
        "ALLOCATION_KEY_ALREADY_ADOPTED",
        RuleKind.State,
        "Only a draft of an allocation key can be adopted.",
        "Alleen een concept van een verdeelsleutel kan worden vastgesteld.");

    public static readonly Rule KeyOverlaps = new(
        "ALLOCATION_KEY_OVERLAPS",
        RuleKind.State,
        "On some of these days another key is in force for this purpose; name it as the one that is replaced, or choose other days.",
        "Op een deel van deze dagen geldt voor dit doel een andere verdeelsleutel; noem die als vervangen of kies andere dagen.");

    public static readonly Rule YouthCountUnknown = new(
        "YOUTH_COUNT_UNKNOWN",
        RuleKind.State,
        "No number of young people of this municipality is known on this day.",
        "Van deze gemeente is op deze dag geen aantal jeugdigen bekend.");

    public static readonly Rule IsCredit = new(
        "COST_ALLOCATION_IS_CREDIT",
        RuleKind.State,
        "A credit is not taken back; share the cost out once more.",
        "Een creditering wordt niet teruggedraaid; verdeel de kosten opnieuw.");

    public static readonly Rule Credited = new(
        "COST_ALLOCATION_CREDITED",
        RuleKind.State,
        "This allocation has been taken back already.",
        "Deze kostenverdeling is al gecrediteerd.");

    public static readonly Rule CostAllocationUnknown = new(
        "COST_ALLOCATION_UNKNOWN",
        RuleKind.Missing,
        "No cost allocation has this id.",
        "Er is geen kostenverdeling met dit nummer.");

    public static readonly Rule AmountNotPositive = new(
        "AMOUNT_NOT_POSITIVE",
        RuleKind.Invalid,
        "A cost that is recorded is at least one cent.",
        "Een vastgelegde kostenpost is ten minste één cent.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("ex_allocation_key_one_per_purpose", KeyOverlaps, "period"),
        new("ix_cost_allocation_credits_id", Credited, "cost_allocation_id"),
    ];
}
