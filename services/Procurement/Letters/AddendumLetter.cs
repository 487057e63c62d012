using Regio.Documents;
using Regio.Procurement.Contracts;

namespace Regio.Procurement.Letters;

/// <summary>The letter that belongs to an addendum.</summary>
internal static class AddendumLetter
{
    public static Document Of(Contract contract, Addendum addendum, string provider, string sender) => LetterText.Letter(
        $"Addendum {addendum.Number} bij het contract {contract.Subject}",
        provider,
        sender,
        addendum.AnnouncedOn,
        [
            LetterText.Facts(
                ("Contract", contract.Subject),
                ("Soort", Kind(addendum.Kind)),
                ("Gaat in op", LetterText.Day(addendum.EffectiveOn)),
                ("Looptijd vanaf nu", $"{LetterText.Day(addendum.Validity.From)} tot en met {LetterText.LastDay(addendum.Validity.Until)}"),
                ("Reden", addendum.Reason)),
            LetterText.Told(
                "gevolg",
                "Wat dit betekent",
                Meaning(addendum),
                addendum.Late ? "De afgesproken termijn van aankondiging is niet gehaald; dat is bij het addendum vastgelegd." : "",
                "Zorg die loopt, gaat door. De overige afspraken van het contract blijven gelden."),
        ]);

    private static string Kind(AddendumKind kind) => kind switch
    {
        AddendumKind.Change => "wijziging van regels",
        AddendumKind.Renewal => "verlenging",
        AddendumKind.Termination => "beëindiging",
        AddendumKind.Dissolution => "ontbinding",
        AddendumKind.Transfer => "overgang naar een andere aanbieder",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind has its own word."),
    };

    private static string Meaning(Addendum addendum) => addendum.Kind switch
    {
        AddendumKind.Change => $"Vanaf {LetterText.Day(addendum.EffectiveOn)} gelden de gewijzigde regels. Het tariefblad laat ze zien met hun tarieven.",
        AddendumKind.Renewal => $"Het contract loopt door tot en met {LetterText.LastDay(addendum.Validity.Until)}.",
        AddendumKind.Transfer => $"Een andere aanbieder zet het contract voort vanaf {LetterText.Day(addendum.EffectiveOn)}, met dezelfde regels en tarieven.",
        _ => $"Het contract geldt tot en met {LetterText.LastDay(addendum.EffectiveOn)}.",
    };
}
