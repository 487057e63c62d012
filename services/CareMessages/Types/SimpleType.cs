namespace Regio.CareMessages.Types;

/// <summary>The simple types of the iJw 3.2 basisschema (there with <c>LDT_</c> before the name), and the few that a message narrows.</summary>
internal enum SimpleType
{
    None,

    // What only holds within one kind of message: its fixed code, and which side is which.
    BerichtCodeVast, BerichtVersieVast, BerichtSubversieVast, Afzender, Ontvanger, DeclaratieNummer,

    AgbCode, BurgerServicenummer, Gemeente, Telefoonnummer, Versie,
    Datum, Tijd,
    Bedrag, Budget, Huisnummer, Nummer, RelatieVolgorde, TotaalBedrag, Volume,
    Commentaar, Emailadres, Huisletter, HuisnummerToevoeging, IdentificatieBericht, IdentificatieDeclaratie,
    Landnummer, Naam, NaamVerwijzer, Organisatienaam, Persoonsid, Plaatsnaam, Postcode, ProductCode,
    Referentie, ReferentieNummer, Straatnaam, Taal, Voorletters, Voorvoegsel,
    AanduidingWoonadres, AdresSoort, Communicatievorm, DatumGebruik, DebetCredit, Eenheid, Frequentie, Geslacht,
    JaNee, JuridischeStatus, LandCode, NaamGebruik, ProductCategorie, RedenAfwijzingVerzoek, RedenBeeindiging,
    RedenVerzoek, RedenWijziging, RetourCode, SoortRelatie, StatusAanlevering, TypeVerwijzer, VerzoekAntwoord,
    WettelijkeVertegenwoordiging,
}
