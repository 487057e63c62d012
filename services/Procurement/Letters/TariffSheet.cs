using Regio.Documents;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;

namespace Regio.Procurement.Letters;

/// <summary>A line of a tariff sheet: what is bought for whom at which tariff.</summary>
internal sealed record TariffSheetLine(string Product, ContractLine Line, long Cents, bool Provisional);

/// <summary>The tariffs of a contract on a day (tariefblad).</summary>
internal static class TariffSheet
{
    public static Document Of(Contract contract, IReadOnlyList<TariffSheetLine> lines, string provider, string sender, DateOnly day) => LetterText.Letter(
        $"Tariefblad {contract.Subject}",
        provider,
        sender,
        day,
        [
            LetterText.Facts(
                ("Contract", contract.Subject),
                ("Looptijd", $"{LetterText.Day(contract.Validity.From)} tot en met {LetterText.LastDay(contract.EndDate ?? contract.Validity.Until)}"),
                ("Tarieven op", LetterText.Day(day))),
            lines.Count == 0
                ? LetterText.Told("tarieven", "Tarieven", "Op deze dag geldt geen regel van het contract.")
                : Section.Of("tarieven", "Tarieven", [], [Lines(lines)]),
        ]);

    private static Table Lines(IReadOnlyList<TariffSheetLine> lines) => new(
        "Tarief per product en inkoper",
        [new("Product", Share: 3), new("Inkoper"), new("Perceel of locatie", Share: 2), new("Eenheid"), new("Tarief", IsNumber: true), new("Voorlopig")],
        [
            .. lines.Select(l => new[]
            {
                l.Product, l.Line.BuyerId, Place(l.Line), Unit(l.Line.Unit), LetterText.Euro(l.Cents), l.Provisional ? "ja" : "nee",
            }),
        ]);

    private static string Place(ContractLine line) => string.Join(", ", new[] { line.Lot.Length > 0 ? $"perceel {line.Lot}" : "", line.Location }.Where(part => part.Length > 0));

    private static string Unit(TariffUnit unit) => unit switch
    {
        TariffUnit.Minute => "minuut",
        TariffUnit.Hour => "uur",
        TariffUnit.HalfDay => "dagdeel",
        TariffUnit.Day => "etmaal",
        TariffUnit.Piece => "stuk",
        TariffUnit.Month => "maand",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Every unit has its own word."),
    };
}
