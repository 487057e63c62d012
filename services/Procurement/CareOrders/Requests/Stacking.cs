namespace Regio.Procurement.CareOrders.Requests;

/// <summary>When care stands beside the same care (stapelen). Both days are included; no last day is open.</summary>
internal static class Stacking
{
    /// <summary>Same category and code; without a code the same category; without a category anything.</summary>
    public static bool IsSameProduct(string? category, string? code, string? otherCategory, string? otherCode) =>
        category is null || otherCategory is null || (category == otherCategory && (code is null || otherCode is null || code == otherCode));

    public static bool Overlap(DateOnly from, DateOnly? to, DateOnly otherFrom, DateOnly? otherTo) =>
        from <= (otherTo ?? DateOnly.MaxValue) && otherFrom <= (to ?? DateOnly.MaxValue);
}
