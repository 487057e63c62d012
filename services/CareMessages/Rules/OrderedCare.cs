using Regio.CareMessages.Model;

namespace Regio.CareMessages.Rules;

/// <summary>What an assignment, a request and a new product of a change request have in common: care over a period, limited by size or budget.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Product">What care.</param>
/// <param name="Size">How much.</param>
/// <param name="Budget">The most it may cost.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day, included.</param>
/// <param name="EndName">What the last day is called there.</param>
internal sealed record OrderedCare(MessagePart Part, Product? Product, Omvang? Size, Value<long> Budget, DateOnly Start, Value<DateOnly> End, string EndName)
{
    /// <summary>Assignments that ended in 2020 or before may be built as they were then.</summary>
    public bool IsOld => End.HasValue && End.Data <= new DateOnly(2020, 12, 31);

    public static OrderedCare Of(ToegewezenProduct care) =>
        new(care, care.Product, care.Omvang, care.Budget, care.Ingangsdatum.Data, care.Einddatum, nameof(care.Einddatum));

    public static OrderedCare Of(AangevraagdProduct care) =>
        new(care, care.Product, care.Omvang, care.Budget, care.ToewijzingIngangsdatum.Data, care.ToewijzingEinddatum, nameof(care.ToewijzingEinddatum));

    public static OrderedCare Of(NieuwProduct care) =>
        new(care, care.Product, care.Omvang, care.Budget, care.GewensteIngangsdatum.Data, care.Einddatum, nameof(care.Einddatum));

    /// <summary>Same category and code; without a code the same category; without a category anything (section "stapelen").</summary>
    public bool Overlaps(OrderedCare other) =>
        IsSameProduct(other) && Start <= other.End.Or(DateOnly.MaxValue) && other.Start <= End.Or(DateOnly.MaxValue);

    private bool IsSameProduct(OrderedCare other)
    {
        if (Product is null || other.Product is null)
            return true;
        if (Product.Categorie.Data != other.Product.Categorie.Data)
            return false;
        return !Product.Code.HasValue || !other.Product.Code.HasValue || Product.Code.Data == other.Product.Code.Data;
    }
}
