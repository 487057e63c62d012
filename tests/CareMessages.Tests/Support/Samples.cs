using System.Text;
using Regio.CareMessages.Reading;

namespace Regio.CareMessages.Tests.Support;

/// <summary>Messages that keep every rule, as text, to be spoilt by a test.</summary>
internal static class Samples
{
    private const string Client =
        "<Bsn>123456782</Bsn><Geboortedatum><i:Datum>2012-05-04</i:Datum></Geboortedatum><Geslacht>2</Geslacht>";

    public static string Assignment => Message(301, 436, "0106", "12345678", $"""
        <Client>{Client}<Naam><i:Geslachtsnaam><i:Achternaam>Test</i:Achternaam></i:Geslachtsnaam><i:NaamGebruik>1</i:NaamGebruik></Naam>
        <Contactgegevens><Contact><Soort>01</Soort><Adres><i:Huis><i:Huisnummer>5</i:Huisnummer></i:Huis><i:Postcode>9401AB</i:Postcode><i:LandCode>NL</i:LandCode></Adres></Contact></Contactgegevens>
        <ToegewezenProducten>
        <ToegewezenProduct><ToewijzingNummer>1</ToewijzingNummer><Product><i:Categorie>45</i:Categorie><i:Code>45A04</i:Code></Product><Toewijzingsdatum>2026-01-05</Toewijzingsdatum><Toewijzingstijd>10:00:00</Toewijzingstijd><Ingangsdatum>2026-01-01</Ingangsdatum><Einddatum>2026-06-30</Einddatum><Omvang><i:Volume>3</i:Volume><i:Eenheid>04</i:Eenheid><i:Frequentie>2</i:Frequentie></Omvang></ToegewezenProduct>
        <ToegewezenProduct><ToewijzingNummer>2</ToewijzingNummer><Product><i:Categorie>54</i:Categorie></Product><Toewijzingsdatum>2026-01-05</Toewijzingsdatum><Toewijzingstijd>10:00:00</Toewijzingstijd><Ingangsdatum>2026-01-01</Ingangsdatum><Einddatum>2026-12-31</Einddatum><Budget>500000</Budget></ToegewezenProduct>
        </ToegewezenProducten></Client>
        """);

    public static string Stop => Message(307, 440, "12345678", "0106", $"""
        <Client>{Client}<Naam><i:Geslachtsnaam><i:Achternaam>Test</i:Achternaam></i:Geslachtsnaam></Naam>
        <StopProducten><StopProduct><ToewijzingNummer>1</ToewijzingNummer><Begindatum>2026-01-12</Begindatum><RedenBeeindiging>31</RedenBeeindiging><Einddatum>2026-01-30</Einddatum><StatusAanlevering>1</StatusAanlevering></StopProduct></StopProducten></Client>
        """);

    public static string Start => Message(305, 438, "12345678", "0106", $"""
        <Client>{Client}<Naam><i:Geslachtsnaam><i:Achternaam>Test</i:Achternaam></i:Geslachtsnaam></Naam>
        <StartProducten><StartProduct><ToewijzingNummer>1</ToewijzingNummer><Begindatum>2026-01-12</Begindatum><StatusAanlevering>1</StatusAanlevering></StartProduct></StartProducten></Client>
        """);

    public static string Request => Message(315, 446, "12345678", "0106", $"""
        <Client>{Client}<Naam><i:Geslachtsnaam><i:Achternaam>Test</i:Achternaam></i:Geslachtsnaam></Naam>
        <AangevraagdeProducten>
        <AangevraagdProduct><ReferentieAanbieder>R1</ReferentieAanbieder><Product><i:Categorie>45</i:Categorie><i:Code>45A04</i:Code></Product><ToewijzingIngangsdatum>2026-03-01</ToewijzingIngangsdatum><ToewijzingEinddatum>2026-08-31</ToewijzingEinddatum><Omvang><i:Volume>3</i:Volume><i:Eenheid>04</i:Eenheid><i:Frequentie>2</i:Frequentie></Omvang><Verwijzer><i:Type>02</i:Type><i:Naam>Huisartsenpraktijk</i:Naam></Verwijzer></AangevraagdProduct>
        <AangevraagdProduct><ReferentieAanbieder>R2</ReferentieAanbieder><Product><i:Categorie>54</i:Categorie></Product><ToewijzingIngangsdatum>2026-03-01</ToewijzingIngangsdatum><ToewijzingEinddatum>2026-12-31</ToewijzingEinddatum><Budget>500000</Budget><Verwijzer><i:Type>01</i:Type></Verwijzer></AangevraagdProduct>
        </AangevraagdeProducten></Client>
        """);

    public static string ChangeRequest => Message(317, 486, "12345678", "0106", """
        <Client><Bsn>123456782</Bsn><Verzoek><ReferentieAanbieder>W1</ReferentieAanbieder><RedenVerzoek>1</RedenVerzoek>
        <OngewijzigdeProducten><OngewijzigdProduct><ToewijzingNummer>2</ToewijzingNummer></OngewijzigdProduct></OngewijzigdeProducten>
        <TeWijzigenProducten><TeWijzigenProduct><ToewijzingNummer>1</ToewijzingNummer><GewensteIngangsdatum>2026-03-01</GewensteIngangsdatum><Einddatum>2026-09-30</Einddatum><Omvang><i:Volume>3</i:Volume><i:Eenheid>04</i:Eenheid><i:Frequentie>2</i:Frequentie></Omvang></TeWijzigenProduct></TeWijzigenProducten>
        <NieuweProducten>
        <NieuwProduct><Product><i:Categorie>52</i:Categorie><i:Code>52A01</i:Code></Product><GewensteIngangsdatum>2026-03-01</GewensteIngangsdatum><Einddatum>2026-09-30</Einddatum><Omvang><i:Volume>120</i:Volume><i:Eenheid>01</i:Eenheid><i:Frequentie>4</i:Frequentie></Omvang></NieuwProduct>
        <NieuwProduct><Product><i:Categorie>53</i:Categorie></Product><GewensteIngangsdatum>2026-04-01</GewensteIngangsdatum><Einddatum>2026-12-31</Einddatum><Budget>90000</Budget></NieuwProduct>
        </NieuweProducten></Verzoek></Client>
        """);

    public static string Answer => Message(319, 488, "0106", "12345678",
        "<Antwoord><ReferentieAanbieder>R1</ReferentieAanbieder><VerzoekAntwoord>1</VerzoekAntwoord><RedenAfwijzingVerzoek>3</RedenAfwijzingVerzoek></Antwoord>");

    public static string Claim => Message(323, 490, "12345678", "0106", $"""
        <Declaratie><DeclaratieNummer>D1</DeclaratieNummer><DeclaratiePeriode><i:Begindatum>2026-01-01</i:Begindatum><i:Einddatum>2026-01-31</i:Einddatum></DeclaratiePeriode><DeclaratieDagtekening>2026-02-03</DeclaratieDagtekening><TotaalIngediendBedrag><i:TotaalBedrag>15000</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></TotaalIngediendBedrag>
        <Clienten><Client><Bsn>123456782</Bsn><Prestaties>
        {Line("L1", 1)}
        {Line("L2", 2)}
        </Prestaties></Client></Clienten></Declaratie>
        """);

    public static string ClaimAnswer => Message(325, 491, "0106", "12345678", $"""
        <DeclaratieAntwoord><DeclaratieNummer>D1</DeclaratieNummer><TotaalIngediendBedrag><i:TotaalBedrag>15000</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></TotaalIngediendBedrag><TotaalToegekendBedrag><i:TotaalBedrag>7500</i:TotaalBedrag><i:DebetCredit>D</i:DebetCredit></TotaalToegekendBedrag>
        <Clienten><Client><Bsn>123456782</Bsn><Prestaties>
        {Line("L2", 2).Replace("</Prestatie>", "<RetourCodes><RetourCode>9321</RetourCode></RetourCodes></Prestatie>", StringComparison.Ordinal)}
        </Prestaties><RetourCodes><RetourCode>0200</RetourCode></RetourCodes></Client></Clienten><RetourCodes><RetourCode>0200</RetourCode></RetourCodes></DeclaratieAntwoord>
        """).Replace(
        "</XsdVersie></Header>",
        "</XsdVersie><DeclaratieIdentificatie><i:Identificatie>M1</i:Identificatie><i:Dagtekening>2026-02-03</i:Dagtekening></DeclaratieIdentificatie><XsdVersieDeclaratie><i:BasisschemaXsdVersie>0.1.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>0.1.0</i:BerichtXsdVersie></XsdVersieDeclaratie><RetourCodes><RetourCode>0200</RetourCode></RetourCodes></Header>",
        StringComparison.Ordinal);

    public static byte[] Bytes(string text) => new UTF8Encoding(false).GetBytes(text);

    public static MessageReading Validate(string text) => MessageValidator.Validate(new MemoryStream(Bytes(text)));

    public static string Line(string number, int assignment) =>
        $"<Prestatie><ProductReferentie><i:ReferentieNummer>{number}</i:ReferentieNummer></ProductReferentie><ToewijzingNummer>{assignment}</ToewijzingNummer><ProductCategorie>45</ProductCategorie><ProductCode>45A04</ProductCode><ProductPeriode><i:Begindatum>2026-01-01</i:Begindatum><i:Einddatum>2026-01-31</i:Einddatum></ProductPeriode><GeleverdVolume>1</GeleverdVolume><Eenheid>04</Eenheid><ProductTarief>7500</ProductTarief><IngediendBedrag><i:Bedrag>7500</i:Bedrag><i:DebetCredit>D</i:DebetCredit></IngediendBedrag></Prestatie>";

    private static string Message(int number, int code, string from, string to, string body) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Bericht xmlns="http://www.istandaarden.nl/ijw/3_2/jw{number}/schema" xmlns:i="http://www.istandaarden.nl/ijw/3_2/basisschema/schema">
        <Header><BerichtCode>{code}</BerichtCode><BerichtVersie>3</BerichtVersie><BerichtSubversie>2</BerichtSubversie><Afzender>{from}</Afzender><Ontvanger>{to}</Ontvanger><BerichtIdentificatie><i:Identificatie>M1</i:Identificatie><i:Dagtekening>2026-02-05</i:Dagtekening></BerichtIdentificatie><XsdVersie><i:BasisschemaXsdVersie>0.1.0</i:BasisschemaXsdVersie><i:BerichtXsdVersie>0.1.0</i:BerichtXsdVersie></XsdVersie></Header>
        {body}
        </Bericht>
        """;
}
