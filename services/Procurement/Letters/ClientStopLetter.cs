using Regio.Documents;
using Regio.Procurement.Ceilings;

namespace Regio.Procurement.Letters;

/// <summary>The letter that confirms a client stop (cliëntenstop).</summary>
internal static class ClientStopLetter
{
    /// <param name="stop">The stop.</param>
    /// <param name="product">Name of the product; null: all products.</param>
    /// <param name="provider">Name of the provider.</param>
    /// <param name="sender">Name of the region.</param>
    public static Document Of(ClientStop stop, string? product, string provider, string sender) => LetterText.Letter(
        "Cliëntenstop",
        provider,
        sender,
        stop.AnnouncedOn,
        [
            LetterText.Facts(
                ("Afgekondigd door", Declarer(stop.Declarer)),
                ("Voor", product ?? "alle producten"),
                ("Locatie", stop.Location.Length > 0 ? stop.Location : "alle locaties"),
                ("Aangekondigd op", LetterText.Day(stop.AnnouncedOn)),
                ("Geldt vanaf", LetterText.Day(stop.Validity.From)),
                ("Geldt tot en met", stop.Validity.Until is null ? "nog niet bekend" : LetterText.LastDay(stop.Validity.Until)),
                ("Reden", stop.Ground)),
            LetterText.Told(
                "gevolg",
                "Wat dit betekent",
                "Nieuwe cliënten worden voor het genoemde niet geplaatst. Zorg die loopt, gaat door.",
                stop.AnnouncedLate ? $"De cliëntenstop is later aangekondigd dan de afgesproken {stop.NoticeDays} dagen; dat is vastgelegd en komt in het contractgesprek terug." : "",
                "Wij bekijken regelmatig of de stop nog nodig is en horen graag wanneer u weer cliënten kunt opnemen."),
        ]);

    private static string Declarer(ClientStopDeclarer declarer) => declarer switch
    {
        ClientStopDeclarer.Provider => "de aanbieder",
        ClientStopDeclarer.Buyer => "de inkoper",
        ClientStopDeclarer.Inspection => "de inspectie (IGJ)",
        _ => throw new ArgumentOutOfRangeException(nameof(declarer), declarer, "Every declarer has its own words."),
    };
}
