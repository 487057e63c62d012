using Regio.CareMessages.Tests.Support;

namespace Regio.CareMessages.Tests.Rules;

/// <summary>One change to a message that keeps every rule breaks one rule, and the finding says which and where.</summary>
public sealed class MessageRuleTests
{
    private const string Product = "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]";
    private const string Stop = "/Bericht/Client/StopProducten/StopProduct[1]";
    private const string Line = "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]";

    [Fact]
    public void A_message_that_keeps_the_rules_has_no_findings() =>
        Assert.All(new[] { Samples.Assignment, Samples.Stop, Samples.Answer, Samples.Claim }, sample => Assert.Empty(Samples.Validate(sample).Findings));

    [Theory]
    [InlineData("123456782", "123456783", "CS002", "/Bericht/Client/Bsn")]
    [InlineData("123456782", "000000000", "CS002", "/Bericht/Client/Bsn")]
    [InlineData("2012-05-04", "2026-02-06", "TR134", "/Bericht/Client/Geboortedatum/Datum")]
    [InlineData("2012-05-04", "1906-02-04", "TR002", "/Bericht/Client/Geboortedatum/Datum")]
    [InlineData("<i:NaamGebruik>1", "<i:NaamGebruik>2", "CS050", "/Bericht/Client/Naam/NaamGebruik")]
    [InlineData("9401AB", "0401AB", "CS089", "/Bericht/Client/Contactgegevens/Contact[1]/Adres/Postcode")]
    [InlineData("<i:LandCode>NL</i:LandCode>", "", "CD005", "/Bericht/Client/Contactgegevens/Contact[1]/Adres/LandCode")]
    [InlineData("2026-06-30", "2025-12-31", "CS003", Product + "/Einddatum")]
    [InlineData("<Einddatum>2026-06-30</Einddatum>", "", "CD076", Product + "/Einddatum")]
    [InlineData("<i:Code>45A04</i:Code>", "", "CD080", Product + "/Omvang")]
    [InlineData("<i:Eenheid>04</i:Eenheid><i:Frequentie>2", "<i:Eenheid>14</i:Eenheid><i:Frequentie>1", "CS338", Product + "/Omvang/Frequentie")]
    [InlineData("<Omvang>", "<RedenWijziging>13</RedenWijziging><Omvang>", "CS335", Product + "/RedenWijziging")]
    [InlineData("<i:Categorie>54", "<i:Categorie>45", "TR302", "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]")]
    [InlineData("<ToewijzingNummer>2", "<ToewijzingNummer>01", "TR101", "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]/ToewijzingNummer")]
    public void An_assignment_is_refused_at_the_place(string good, string bad, string rule, string path) => Expect(Samples.Assignment, good, bad, rule, path);

    [Theory]
    [InlineData("2026-01-30", "2026-01-11", "CS003", Stop + "/Einddatum")]
    [InlineData("<StatusAanlevering>1", "<StatusAanlevering>2", "CS058", Stop + "/StatusAanlevering")]
    public void A_stop_is_refused_at_the_place(string good, string bad, string rule, string path) => Expect(Samples.Stop, good, bad, rule, path);

    [Theory]
    [InlineData("<VerzoekAntwoord>1", "<VerzoekAntwoord>2", "CD085", "/Bericht/Antwoord/RedenAfwijzingVerzoek")]
    [InlineData("<RedenAfwijzingVerzoek>3", "<RedenAfwijzingVerzoek>8", "TR377", "/Bericht/Antwoord/Woonplaatsbeginsel")]
    public void An_answer_is_refused_at_the_place(string good, string bad, string rule, string path) => Expect(Samples.Answer, good, bad, rule, path);

    [Theory]
    [InlineData("15000", "15001", "TR358", "/Bericht/Declaratie/TotaalIngediendBedrag")]
    [InlineData("<i:ReferentieNummer>L2", "<i:ReferentieNummer>L1", "TR314", "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]/ProductReferentie/ReferentieNummer")]
    [InlineData("<ToewijzingNummer>2", "<ToewijzingNummer>1", "TR416", "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]")]
    [InlineData("</i:ReferentieNummer></ProductReferentie><ToewijzingNummer>1", "</i:ReferentieNummer><i:VorigReferentieNummer>L0</i:VorigReferentieNummer></ProductReferentie><ToewijzingNummer>1", "CD060", Line + "/ProductReferentie/VorigReferentieNummer")]
    [InlineData("<DeclaratieDagtekening>2026-02-03", "<DeclaratieDagtekening>2026-02-06", "TR134", "/Bericht/Declaratie/DeclaratieDagtekening")]
    public void A_claim_is_refused_at_the_place(string good, string bad, string rule, string path) => Expect(Samples.Claim, good, bad, rule, path);

    [Fact]
    public void Rules_are_silent_when_the_structure_is_wrong()
    {
        var reading = Samples.Validate(Samples.Claim.Replace("15000", "15001", StringComparison.Ordinal).Replace("</Clienten>", "</Clienten><Meer/>", StringComparison.Ordinal));

        // Nor is the name of an element told that the standard does not have: it may be that of a client.
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("XSD03", "/Bericht/Declaratie/…", "Een onbekend element hoort hier niet."), (finding.Number, finding.Path, finding.Text));
    }

    private static void Expect(string sample, string good, string bad, string rule, string path)
    {
        var at = sample.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, "The sample does not hold what the test changes.");
        var reading = Samples.Validate(sample[..at] + bad + sample[(at + good.Length)..]);

        var finding = Assert.Single(reading.Findings);
        Assert.Equal((rule, path, "0001"), (finding.Number, finding.Path, finding.ReturnCode));
        Assert.True(finding is { Line: > 0, Column: > 0 });
        Assert.DoesNotContain("123456782", finding.ToString(), StringComparison.Ordinal);
    }
}
