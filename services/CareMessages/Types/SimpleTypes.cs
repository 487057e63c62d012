using Regio.CareMessages.Description;
using T = Regio.CareMessages.Types.SimpleType;

namespace Regio.CareMessages.Types;

/// <summary>What each simple type allows: lengths, bounds and patterns of the iJw 3.2 basisschema. A test holds this table against the schemas.</summary>
internal static class SimpleTypes
{
    private static readonly Texts s_agbCode = Texts.Digits(8);
    private static readonly Texts s_municipality = Texts.Digits(4);

    private static readonly Dictionary<T, Lexical> s_all = new()
    {
        [T.AgbCode] = s_agbCode,
        [T.BurgerServicenummer] = Texts.Digits(9),
        [T.Gemeente] = s_municipality,
        [T.Telefoonnummer] = Texts.DigitsUpTo(15),
        [T.Versie] = Texts.Version,
        [T.Datum] = new Dates(),
        [T.Tijd] = new Times(),
        [T.Bedrag] = new WholeNumbers(0, 99_999_999),
        [T.Budget] = new WholeNumbers(0, 99_999_999),
        [T.Huisnummer] = new WholeNumbers(0, 99_999),
        [T.Nummer] = new WholeNumbers(0, 999_999_999),
        [T.RelatieVolgorde] = new WholeNumbers(0, 99),
        [T.TotaalBedrag] = new WholeNumbers(0, 999_999_999_999),
        [T.Volume] = new WholeNumbers(0, 99_999_999),
        [T.Commentaar] = Texts.Lines,
        [T.Emailadres] = Texts.Line(80),
        [T.Huisletter] = Texts.Line(1),
        [T.HuisnummerToevoeging] = Texts.Line(4),
        [T.IdentificatieBericht] = Texts.Line(12),
        [T.IdentificatieDeclaratie] = Texts.AnyOf(12),
        [T.Landnummer] = Texts.Line(4),
        [T.Naam] = Texts.Line(200),
        [T.NaamVerwijzer] = Texts.Line(64),
        [T.Organisatienaam] = Texts.Line(35),
        [T.Persoonsid] = Texts.Line(20),
        [T.Plaatsnaam] = Texts.Line(80),
        [T.Postcode] = Texts.Line(8),
        [T.ProductCode] = Texts.Line(5),
        [T.Referentie] = Texts.Line(36),
        [T.ReferentieNummer] = Texts.AnyOf(20),
        [T.Straatnaam] = Texts.Line(24),
        [T.Taal] = Texts.Line(25),
        [T.Voorletters] = Texts.Initials,
        [T.Voorvoegsel] = Texts.Line(10),
        [T.BerichtVersieVast] = new WholeNumbers(0, 99, only: "3"),
        [T.BerichtSubversieVast] = new WholeNumbers(0, 99, only: "2"),
    };

    /// <summary>How a type is written in a kind of message: its code is fixed there, and so is which side the municipality is.</summary>
    public static Lexical Of(T type, MessageKind kind) => type switch
    {
        T.BerichtCodeVast => Texts.Exactly(kind.Code),
        T.Afzender => kind.FromMunicipality ? s_municipality : s_agbCode,
        T.Ontvanger => kind.FromMunicipality ? s_agbCode : s_municipality,
        // Letters and digits where a provider makes it up (CS319); the answer repeats what it was sent.
        T.DeclaratieNummer => kind == MessageKind.Jw323 ? Texts.Alphanumeric(12) : s_all[T.IdentificatieDeclaratie],
        _ => s_all.TryGetValue(type, out var lexical) ? lexical : CodeLists.All[type],
    };
}
