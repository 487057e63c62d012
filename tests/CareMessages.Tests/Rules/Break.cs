using Regio.CareMessages.Model;
using Regio.CareMessages.Tests.Support;

namespace Regio.CareMessages.Tests.Rules;

/// <summary>How a rule is broken in a message that keeps all of them, and nothing else with it.</summary>
/// <param name="Rule">Its number.</param>
/// <param name="Part">The class on which the rule book has it.</param>
/// <param name="Sample">The message.</param>
/// <param name="Path">Where the finding must be.</param>
/// <param name="Changes">What is replaced by what, once; … stands for whatever lies between, and is put back where the second has it.</param>
internal sealed record Break(string Rule, string Part, string Sample, string Path, params (string Good, string Bad)[] Changes)
{
    private const string Client = "/Bericht/Client";
    private const string Contact = Client + "/Contactgegevens/Contact";
    private const string Assigned = Client + "/ToegewezenProducten/ToegewezenProduct";
    private const string Asked = Client + "/AangevraagdeProducten/AangevraagdProduct";
    private const string Request = Client + "/Verzoek";
    private const string Added = Request + "/NieuweProducten/NieuwProduct";
    private const string Changed = Request + "/TeWijzigenProducten/TeWijzigenProduct";
    private const string Claim = "/Bericht/Declaratie";
    private const string Line = Claim + "/Clienten/Client[1]/Prestaties/Prestatie";
    private const string Phone = "<Telefoon><i:Telefoon01><i:Telefoonnummer>0592123456</i:Telefoonnummer><i:Landnummer>+31</i:Landnummer></i:Telefoon01></Telefoon>";
    private const string Credited = "</i:ReferentieNummer><i:VorigReferentieNummer>L0</i:VorigReferentieNummer>";
    private const string FirstPeriod = "<ProductPeriode><i:Begindatum>2026-01-01</i:Begindatum><i:Einddatum>2026-01-31";
    private const string Size = "<Omvang>…</Omvang>";

    /// <summary>Other rules that cannot but be broken with it.</summary>
    public string[] Also { get; init; } = [];

    public static IReadOnlyList<Break> All { get; } =
    [
        new("CS002", nameof(ToewijzingClient), Samples.Assignment, $"{Client}/Bsn", ("123456782", "123456783")),
        new("CS002", nameof(NamedClient), Samples.Stop, $"{Client}/Bsn", ("123456782", "000000000")),
        new("CS002", nameof(WijzigingClient), Samples.ChangeRequest, $"{Client}/Bsn", ("123456782", "213456782")),
        new("CS002", nameof(DeclaratieClient), Samples.Claim, $"{Claim}/Clienten/Client[1]/Bsn", ("123456782", "123456783")),
        new("TR002", nameof(Geboortedatum), Samples.Assignment, $"{Client}/Geboortedatum/Datum", ("2012-05-04", "1906-02-04")),
        new("TR134", nameof(Geboortedatum), Samples.Assignment, $"{Client}/Geboortedatum/Datum", ("2012-05-04", "2026-02-06")),
        new("CS139", nameof(Geboortedatum), Samples.Assignment, $"{Client}/Geboortedatum/DatumGebruik", ("</i:Datum></Geb", "</i:Datum><i:DatumGebruik>1</i:DatumGebruik></Geb")),
        new("CS050", nameof(VolledigeNaam), Samples.Assignment, $"{Client}/Naam/NaamGebruik", ("<i:NaamGebruik>1", "<i:NaamGebruik>2")),
        new("CS318", nameof(ToewijzingClient), Samples.Assignment, $"{Client}/Naam/NaamGebruik", ("<i:NaamGebruik>1", "<i:NaamGebruik>6")),

        new("TR061", nameof(ToewijzingClient), Samples.Assignment, $"{Client}/Contactgegevens", ("<Soort>01", "<Soort>04")),
        new("TR006", nameof(Model.Contact), Samples.Assignment, $"{Contact}[1]", ("<Soort>01</Soort><Adres>…</Adres>", "<Soort>02</Soort>")),
        new("CD005", nameof(Adres), Samples.Assignment, $"{Contact}[1]/Adres/LandCode", ("<i:LandCode>NL</i:LandCode>", "")),
        new("CD034", nameof(Model.Contact), Samples.Assignment, $"{Contact}[1]/Adres/Postcode", ("<i:Postcode>…</Adres>", $"</Adres>{Phone}")),
        new("CD025", nameof(Adres), Samples.Assignment, $"{Contact}[1]/Adres/Huis", ("<i:Huis>…</i:Huis>", ""), ("</Adres>", $"</Adres>{Phone}")),
        new("CS089", nameof(Adres), Samples.Assignment, $"{Contact}[1]/Adres/Postcode", ("9401AB", "0401AB")),
        new("CD007", nameof(Communicatie), Samples.Assignment, $"{Client}/Communicatie/Taal", ("</Naam>", "</Naam><Communicatie><i:Vorm>1</i:Vorm></Communicatie>")),
        new("CD009", nameof(Model.Contact), Samples.Assignment, $"{Contact}[1]/Periode", ("</Adres>", "</Adres><Periode><i:Begindatum>2026-01-01</i:Begindatum></Periode>")),
        new("TR018", nameof(OpenPeriode), Samples.Assignment, $"{Contact}[2]/Periode/Einddatum",
            ("</Contact>", $"</Contact><Contact><Soort>04</Soort>{Phone}<Periode><i:Begindatum>2026-02-01</i:Begindatum><i:Einddatum>2026-01-31</i:Einddatum></Periode></Contact>")),

        new("CS003", nameof(ToegewezenProduct), Samples.Assignment, $"{Assigned}[1]/Einddatum", ("2026-06-30", "2025-12-31")),
        new("CD079", nameof(ToegewezenProduct), Samples.Assignment, $"{Assigned}[1]/Product", ("<Product>…</Product>", ""), (Size, ""), ("<Ingangsdatum>2026-01-01</Ingangsdatum><Einddatum>2026-12-31", "<Ingangsdatum>2026-07-01</Ingangsdatum><Einddatum>2026-12-31")),
        new("CD041", nameof(ToegewezenProduct), Samples.Assignment, $"{Assigned}[1]/Omvang", (Size, "")),
        new("CD080", nameof(ToegewezenProduct), Samples.Assignment, $"{Assigned}[1]/Omvang", ("<i:Code>45A04</i:Code>", "")),
        new("CD077", nameof(ToegewezenProduct), Samples.Assignment, $"{Assigned}[1]/Budget", ("</Omvang>", "</Omvang><Budget>1</Budget>")),
        new("CD075", nameof(ToegewezenProduct), Samples.Assignment, $"{Assigned}[2]/Einddatum", ("<Einddatum>2026-12-31</Einddatum>", "")),
        new("CD076", nameof(ToegewezenProduct), Samples.Assignment, $"{Assigned}[1]/Einddatum", ("<Einddatum>2026-06-30</Einddatum>", "")),
        new("CS338", nameof(ToegewezenProduct), Samples.Assignment, $"{Assigned}[1]/Omvang/Frequentie", ("04</i:Eenheid><i:Frequentie>2", "14</i:Eenheid><i:Frequentie>1")),
        new("TR302", nameof(ToewijzingClient), Samples.Assignment, $"{Assigned}[2]", ("<i:Categorie>54", "<i:Categorie>45")),
        new("CS335", nameof(ToegewezenProduct), Samples.Assignment, $"{Assigned}[1]/RedenWijziging", ("<Omvang>", "<RedenWijziging>13</RedenWijziging><Omvang>")),
        new("CS336", nameof(ToegewezenProduct), Samples.Assignment, $"{Assigned}[1]/RedenWijziging", ("<Omvang>", "<RedenWijziging>01</RedenWijziging><Omvang>")),
        new("TR101", nameof(ToewijzingClient), Samples.Assignment, $"{Contact}[2]/Soort", ("<Contact>…</Contact>", "<Contact>…</Contact><Contact>…</Contact>")),
        new("TR101", nameof(ToegewezenProduct), Samples.Assignment, $"{Assigned}[2]/ToewijzingNummer", ("<ToewijzingNummer>2", "<ToewijzingNummer>01")),

        new("CS003", nameof(AangevraagdProduct), Samples.Request, $"{Asked}[1]/ToewijzingEinddatum", ("2026-08-31", "2026-02-28")),
        new("CD079", nameof(AangevraagdProduct), Samples.Request, $"{Asked}[1]/Product", ("<Product>…</Product>", ""), (Size, ""), ("<ToewijzingIngangsdatum>2026-03-01</ToewijzingIngangsdatum><ToewijzingEinddatum>2026-12-31", "<ToewijzingIngangsdatum>2026-09-01</ToewijzingIngangsdatum><ToewijzingEinddatum>2026-12-31")),
        new("CD041", nameof(AangevraagdProduct), Samples.Request, $"{Asked}[1]/Omvang", (Size, "")),
        new("CD080", nameof(AangevraagdProduct), Samples.Request, $"{Asked}[1]/Omvang", ("<i:Code>45A04</i:Code>", "")),
        new("CD077", nameof(AangevraagdProduct), Samples.Request, $"{Asked}[1]/Budget", ("</Omvang>", "</Omvang><Budget>1</Budget>")),
        new("CD075", nameof(AangevraagdProduct), Samples.Request, $"{Asked}[2]/ToewijzingEinddatum", ("<ToewijzingEinddatum>2026-12-31</ToewijzingEinddatum>", "")),
        new("CD076", nameof(AangevraagdProduct), Samples.Request, $"{Asked}[1]/ToewijzingEinddatum", ("<ToewijzingEinddatum>2026-08-31</ToewijzingEinddatum>", "")),
        new("CS338", nameof(AangevraagdProduct), Samples.Request, $"{Asked}[1]/Omvang/Frequentie", ("04</i:Eenheid><i:Frequentie>2", "16</i:Eenheid><i:Frequentie>1")),
        new("TR386", nameof(VerzoekClient), Samples.Request, $"{Asked}[2]", ("<i:Categorie>54", "<i:Categorie>45")),
        new("TR383", nameof(AangevraagdProduct), Samples.Request, $"{Asked}[2]/ReferentieAanbieder", ("R2", "R1")),
        new("CD043", nameof(AangevraagdProduct), Samples.Request, $"{Asked}[1]/BeschikkingIngangsdatum", ("R1</ReferentieAanbieder>", "R1</ReferentieAanbieder><BeschikkingNummer>5</BeschikkingNummer>")),
        new("CD066", nameof(Verwijzer), Samples.Request, $"{Asked}[1]/Verwijzer/ZorgverlenerCode", ("<i:Naam>Huisartsenpraktijk</i:Naam>", "")),
        new("CD068", nameof(Verwijzer), Samples.Request, $"{Asked}[2]/Verwijzer/ZorgverlenerCode", ("<i:Type>01</i:Type>", "<i:Type>01</i:Type><i:ZorgverlenerCode>12345678</i:ZorgverlenerCode>")),

        new("CS003", nameof(NieuwProduct), Samples.ChangeRequest, $"{Added}[1]/Einddatum", ("52A01</i:Code>…<Einddatum>2026-09-30", "52A01</i:Code>…<Einddatum>2026-02-28")),
        new("CD079", nameof(NieuwProduct), Samples.ChangeRequest, $"{Added}[1]/Product", ("<NieuwProduct><Product>…</Product>", "<NieuwProduct>"), ("2026-09-30</Einddatum><Omvang><i:Volume>120…</Omvang>", "2026-09-30</Einddatum>"), ("2026-04-01", "2026-10-01")),
        new("CD041", nameof(NieuwProduct), Samples.ChangeRequest, $"{Added}[1]/Omvang", ("<Omvang><i:Volume>120…</Omvang>", "")),
        new("CD080", nameof(NieuwProduct), Samples.ChangeRequest, $"{Added}[1]/Omvang", ("<i:Code>52A01</i:Code>", "")),
        new("CD077", nameof(NieuwProduct), Samples.ChangeRequest, $"{Added}[1]/Budget", ("</Omvang></NieuwProduct>", "</Omvang><Budget>1</Budget></NieuwProduct>")),
        new("CD075", nameof(NieuwProduct), Samples.ChangeRequest, $"{Added}[2]/Einddatum", ("<Einddatum>2026-12-31</Einddatum>", "")),
        new("CD076", nameof(NieuwProduct), Samples.ChangeRequest, $"{Added}[1]/Einddatum", ("52A01</i:Code>…<Einddatum>2026-09-30</Einddatum>", "52A01</i:Code>…"), ("01</i:Eenheid><i:Frequentie>4", "01</i:Eenheid><i:Frequentie>2")),
        new("CS338", nameof(NieuwProduct), Samples.ChangeRequest, $"{Added}[1]/Omvang/Frequentie", ("01</i:Eenheid><i:Frequentie>4", "84</i:Eenheid><i:Frequentie>1")),
        new("TR380", nameof(NieuwProduct), Samples.ChangeRequest, $"{Added}[2]/GewensteIngangsdatum", ("2026-04-01", "2026-02-05")),
        new("TR410", nameof(Verzoek), Samples.ChangeRequest, $"{Added}[2]", ("<i:Categorie>53", "<i:Categorie>52")),
        new("TR101", nameof(NieuwProduct), Samples.ChangeRequest, $"{Added}[2]", ("<NieuwProduct>…</NieuwProduct>", "<NieuwProduct>…</NieuwProduct><NieuwProduct>…</NieuwProduct>")) { Also = ["TR410"] },
        new("CS003", nameof(TeWijzigenProduct), Samples.ChangeRequest, $"{Changed}[1]/Einddatum", ("2026-09-30", "2026-02-28")),
        new("CD077", nameof(TeWijzigenProduct), Samples.ChangeRequest, $"{Changed}[1]/Budget", ("</Omvang>", "</Omvang><Budget>1</Budget>")),
        new("CD075", nameof(TeWijzigenProduct), Samples.ChangeRequest, $"{Changed}[1]/Einddatum", ("<Einddatum>2026-09-30</Einddatum><Omvang>…</Omvang>", "<Budget>1</Budget>")),
        new("CD076", nameof(TeWijzigenProduct), Samples.ChangeRequest, $"{Changed}[1]/Einddatum", ("<Einddatum>2026-09-30</Einddatum>", "")),
        new("TR101", nameof(OngewijzigdProduct), Samples.ChangeRequest, $"{Request}/OngewijzigdeProducten/OngewijzigdProduct[2]/ToewijzingNummer", ("<OngewijzigdProduct>…</OngewijzigdProduct>", "<OngewijzigdProduct>…</OngewijzigdProduct><OngewijzigdProduct>…</OngewijzigdProduct>")),
        new("TR101", nameof(TeWijzigenProduct), Samples.ChangeRequest, $"{Changed}[1]/ToewijzingNummer", ("<ToewijzingNummer>1", "<ToewijzingNummer>2")),
        new("TR352", nameof(Verzoek), Samples.ChangeRequest, Request, ("<OngewijzigdeProducten>…</TeWijzigenProducten>", "")),
        new("TR353", nameof(Verzoek), Samples.ChangeRequest, Request, ("<TeWijzigenProducten>…</NieuweProducten>", "")),

        new("CD085", nameof(Antwoord), Samples.Answer, "/Bericht/Antwoord/RedenAfwijzingVerzoek", ("<VerzoekAntwoord>1", "<VerzoekAntwoord>2")),
        new("TR377", nameof(Antwoord), Samples.Answer, "/Bericht/Antwoord/Woonplaatsbeginsel", ("<RedenAfwijzingVerzoek>3", "<RedenAfwijzingVerzoek>8")),

        new("CS058", nameof(StartProduct), Samples.Start, $"{Client}/StartProducten/StartProduct[1]/StatusAanlevering", ("<StatusAanlevering>1", "<StatusAanlevering>2")),
        new("TR134", nameof(StartProduct), Samples.Start, $"{Client}/StartProducten/StartProduct[1]/Begindatum", ("2026-01-12", "2026-02-06")),
        new("TR101", nameof(StartProduct), Samples.Start, $"{Client}/StartProducten/StartProduct[2]", ("<StartProduct>…</StartProduct>", "<StartProduct>…</StartProduct><StartProduct>…</StartProduct>")),
        new("CS058", nameof(StopProduct), Samples.Stop, $"{Client}/StopProducten/StopProduct[1]/StatusAanlevering", ("<StatusAanlevering>1", "<StatusAanlevering>9")),
        new("TR134", nameof(StopProduct), Samples.Stop, $"{Client}/StopProducten/StopProduct[1]/Begindatum", ("2026-01-12", "2026-02-06"), ("2026-01-30", "2026-02-07")),
        new("CS003", nameof(StopProduct), Samples.Stop, $"{Client}/StopProducten/StopProduct[1]/Einddatum", ("2026-01-30", "2026-01-11")),
        new("TR101", nameof(StopProduct), Samples.Stop, $"{Client}/StopProducten/StopProduct[2]", ("<StopProduct>…</StopProduct>", "<StopProduct>…</StopProduct><StopProduct>…</StopProduct>")),

        new("CS340", nameof(Declaratie), Samples.Claim, $"{Claim}/DeclaratiePeriode", ("2026-01-31", "2026-01-30")),
        new("CS100", nameof(Declaratie), Samples.Claim, $"{Claim}/DeclaratiePeriode", ("2026-01-01</i:Begindatum><i:Einddatum>2026-01-31", "2020-12-01</i:Begindatum><i:Einddatum>2020-12-31")),
        new("TR134", nameof(Declaratie), Samples.Claim, $"{Claim}/DeclaratieDagtekening", ("2026-02-03", "2026-02-06")),
        new("TR358", nameof(Declaratie), Samples.Claim, $"{Claim}/TotaalIngediendBedrag", ("15000", "15001")),
        new("TR137", nameof(GeslotenPeriode), Samples.Claim, $"{Line}[1]/ProductPeriode/Einddatum", (FirstPeriod, "<ProductPeriode><i:Begindatum>2026-01-20</i:Begindatum><i:Einddatum>2026-01-19")),
        new("CS337", nameof(Prestatie), Samples.Claim, $"{Line}[1]/ProductPeriode", (FirstPeriod, "<ProductPeriode><i:Begindatum>2025-12-31</i:Begindatum><i:Einddatum>2026-01-31")),
        new("TR335", nameof(Prestatie), Samples.Claim, $"{Line}[1]/ProductPeriode", (FirstPeriod, "<ProductPeriode><i:Begindatum>2021-01-01</i:Begindatum><i:Einddatum>2021-01-31")),
        new("CD087", nameof(Prestatie), Samples.Claim, $"{Line}[1]/ProductTarief", ("<ProductTarief>7500</ProductTarief>", "")),
        new("CS339", nameof(Prestatie), Samples.Claim, $"{Line}[1]/IngediendBedrag/Bedrag", ("<Eenheid>04</Eenheid><ProductTarief>7500</ProductTarief>", "<Eenheid>83</Eenheid>")),
        new("CD060", nameof(Prestatie), Samples.Claim, $"{Line}[1]/ProductReferentie/VorigReferentieNummer", ("L1</i:ReferentieNummer>", $"L1{Credited}")),
        new("CS325", nameof(BedragMetDC), Samples.Claim, $"{Line}[1]/IngediendBedrag/DebetCredit", ("15000", "7500"), ("L1</i:ReferentieNummer>…<i:Bedrag>7500</i:Bedrag><i:DebetCredit>D", $"L1{Credited}…<i:Bedrag>0</i:Bedrag><i:DebetCredit>C")),
        new("CS325", nameof(TotaalBedragMetDC), Samples.Claim, $"{Claim}/TotaalIngediendBedrag/DebetCredit", ("15000</i:TotaalBedrag><i:DebetCredit>D", "0</i:TotaalBedrag><i:DebetCredit>C"), ("L2</i:ReferentieNummer>…<i:DebetCredit>D", $"L2{Credited}…<i:DebetCredit>C")),
        new("TR314", nameof(Prestatie), Samples.Claim, $"{Line}[2]/ProductReferentie/ReferentieNummer", ("L2", "L1")),
        new("TR315", nameof(Prestatie), Samples.Claim, $"{Line}[2]/ProductReferentie/VorigReferentieNummer", ("15000</i:TotaalBedrag><i:DebetCredit>D", "15000</i:TotaalBedrag><i:DebetCredit>C"), ("L1</i:ReferentieNummer>…<i:DebetCredit>D", $"L1{Credited}…<i:DebetCredit>C"), ("L2</i:ReferentieNummer>…<i:DebetCredit>D", $"L2{Credited}…<i:DebetCredit>C")),
        new("TR316", nameof(Prestatie), Samples.Claim, $"{Line}[2]/ProductReferentie/VorigReferentieNummer", ("15000", "0"), ("L2</i:ReferentieNummer>…<i:DebetCredit>D", "L2</i:ReferentieNummer><i:VorigReferentieNummer>L1</i:VorigReferentieNummer>…<i:DebetCredit>C")),
        new("TR416", nameof(Prestatie), Samples.Claim, $"{Line}[2]", ("<ToewijzingNummer>2", "<ToewijzingNummer>1")),
        new("TR101", nameof(DeclaratieClient), Samples.Claim, $"{Claim}/Clienten/Client[2]/Bsn", ("15000", "22500"), ("</Clienten>", $"<Client><Bsn>123456782</Bsn><Prestaties>{Samples.Line("L3", 3)}</Prestaties></Client></Clienten>")),
        new("TR342", nameof(DeclaratieAntwoord), Samples.ClaimAnswer, "/Bericht/DeclaratieAntwoord/TotaalToegekendBedrag", ("<i:TotaalBedrag>7500", "<i:TotaalBedrag>7501")),
    ];

    public string Text => Changes.Aggregate(Sample, (text, change) => Replace(text, change.Good, change.Bad));

    public override string ToString() => $"{Rule} on {Part}";

    private static string Replace(string text, string good, string bad)
    {
        var ends = good.Split('…');
        var from = text.IndexOf(ends[0], StringComparison.Ordinal);
        Assert.True(from >= 0, $"The sample does not hold {ends[0]}.");
        var inner = from + ends[0].Length;
        if (ends.Length == 1)
            return text[..from] + bad + text[inner..];
        var to = text.IndexOf(ends[1], inner, StringComparison.Ordinal);
        Assert.True(to >= 0, $"The sample does not hold {ends[1]} after {ends[0]}.");
        return text[..from] + bad.Replace("…", text[inner..to], StringComparison.Ordinal) + text[(to + ends[1].Length)..];
    }
}
