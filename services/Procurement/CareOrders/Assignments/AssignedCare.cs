using Regio.CareMessages.Model;

namespace Regio.Procurement.CareOrders.Assignments;

/// <summary>What a municipality assigned, as one JW301 said it. Codes are those of the standard; both days are included.</summary>
/// <param name="Category">Product category (JZ020); null for a generic assignment.</param>
/// <param name="Code">Product code; null when any of the category may be delivered.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day; null: open.</param>
/// <param name="ChangeReason">Why it changed (JZ002); null when it did not.</param>
/// <param name="Volume">How much; null when a budget or nothing limits it.</param>
/// <param name="Unit">WJ756.</param>
/// <param name="Frequency">WMO757.</param>
/// <param name="BudgetCents">The most it may cost.</param>
internal sealed record AssignedCare(
    string? Category,
    string? Code,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    string? ChangeReason,
    long? Volume,
    string? Unit,
    string? Frequency,
    long? BudgetCents)
{
    private const string Total = "6";

    /// <summary>Deleted as if it had never been sent: ends on its first day with reason 13, or the old 01.</summary>
    public bool IsDeleted => ChangeReason is "13" or "01" && EndsOn == StartsOn;

    public static AssignedCare Of(ToegewezenProduct product) => new(
        product.Product?.Categorie.Data,
        product.Product?.Code.OrNull(),
        product.Ingangsdatum.Data,
        product.Einddatum.DayOrNull(),
        product.RedenWijziging.OrNull(),
        product.Omvang?.Volume.Data,
        product.Omvang?.Eenheid.Data,
        product.Omvang?.Frequentie.Data,
        product.Budget.HasValue ? product.Budget.Data : null);

    /// <summary>As a message says it.</summary>
    /// <param name="number">ToewijzingNummer.</param>
    /// <param name="decided">When the municipality decided, local time of the Netherlands.</param>
    public ToegewezenProduct ToProduct(long number, DateTime decided) => new()
    {
        ToewijzingNummer = number,
        Product = Category is null ? null : new() { Categorie = Category, Code = Code is null ? default : new Value<string>(Code) },
        Toewijzingsdatum = DateOnly.FromDateTime(decided),
        Toewijzingstijd = TimeOnly.FromDateTime(decided),
        Ingangsdatum = StartsOn,
        Einddatum = EndsOn is { } end ? new Value<DateOnly>(end) : default,
        RedenWijziging = ChangeReason is null ? default : new Value<string>(ChangeReason),
        Omvang = Volume is { } volume ? new() { Volume = volume, Eenheid = Unit!, Frequentie = Frequency! } : null,
        Budget = BudgetCents is { } budget ? new Value<long>(budget) : default,
    };

    /// <summary>Valid on the day or later.</summary>
    public bool IsCurrentOn(DateOnly day) => !IsDeleted && (EndsOn is null || EndsOn >= day);

    /// <summary>Whether nothing differs but the reason.</summary>
    public bool SaysTheSameAs(AssignedCare other) => this with { ChangeReason = null } == other with { ChangeReason = null };

    /// <summary>Whether an assignment may become this under its number (OP033x1, OP257).</summary>
    public bool MayFollow(AssignedCare before) =>
        !before.IsDeleted
        && (Category, Code, StartsOn, Unit, Frequency) == (before.Category, before.Code, before.StartsOn, before.Unit, before.Frequency)
        && BudgetCents.HasValue == before.BudgetCents.HasValue
        && (Volume == before.Volume || Frequency == Total);

    /// <summary>Whether what is delivered names the product of the assignment: as much of it as was assigned (IV075).</summary>
    public bool IsProduct(Product? product) =>
        (product?.Categorie.Data, product?.Code.OrNull()) is var (category, code) && category == Category && code == Code;
}

/// <summary>Values of messages that may be left out, as they are kept.</summary>
internal static class MaybeValues
{
    public static string? OrNull(this Value<string> value) => value.HasValue ? value.Data : null;

    public static DateOnly? DayOrNull(this Value<DateOnly> value) => value.HasValue ? value.Data : null;
}
