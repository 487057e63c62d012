using System.Text;
using Regio.CareMessages.Model;
using Regio.CareMessages.Tests.Support;

namespace Regio.CareMessages.Tests.Reading;

/// <summary>Whatever is sent, there is a precise finding and never an exception.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("", "XML01")]
    [InlineData("geen xml", "XML01")]
    [InlineData("<Bericht>", "XSD01")]
    [InlineData("<Bericht xmlns=\"http://www.istandaarden.nl/ijw/3_1/jw301/schema\"/>", "XSD02")]
    [InlineData("<Ander xmlns=\"http://www.istandaarden.nl/ijw/3_2/jw301/schema\"/>", "XSD01")]
    [InlineData("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><Bericht/>", "OP192-1")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;&b;\">]><a>&d;</a>", "XML02")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "XML02")]
    public void What_is_no_message_is_named(string text, string rule) =>
        Assert.Equal([rule], Samples.Validate(text).Findings.Select(finding => finding.Number));

    [Fact]
    public void A_byte_order_mark_is_a_fault_and_the_rest_is_read()
    {
        var reading = MessageValidator.Validate(new MemoryStream([0xEF, 0xBB, 0xBF, .. Samples.Bytes(Samples.Stop)]));

        Assert.Equal(["OP192-2"], reading.Findings.Select(finding => finding.Number));
        Assert.IsType<Jw307>(reading.Message);
    }

    [Fact]
    public void Sixteen_bits_a_character_is_another_encoding() =>
        Assert.Equal(["OP192-1"], MessageValidator.Validate(new MemoryStream(Encoding.Unicode.GetBytes(Samples.Stop))).Findings.Select(finding => finding.Number));

    [Theory]
    [InlineData("2026-01-30", "2026-06-31", "XSD15", "Einddatum")]
    [InlineData("2026-01-30", "2026-01-30Z", "RS032", "Einddatum")]
    [InlineData("<RedenBeeindiging>31", "<RedenBeeindiging>99", "XSD12", "RedenBeeindiging")]
    [InlineData("<ToewijzingNummer>1", "<ToewijzingNummer>een", "XSD13", "ToewijzingNummer")]
    [InlineData("<ToewijzingNummer>1", "<ToewijzingNummer>1000000000", "XSD14", "ToewijzingNummer")]
    [InlineData("<ToewijzingNummer>1", "<ToewijzingNummer>", "RS033", "ToewijzingNummer")]
    [InlineData("<Begindatum>2026-01-12</Begindatum>", "", "XSD06", "Begindatum")]
    [InlineData("<StopProduct>", "<StopProduct a=\"b\">", "XSD07", "StopProduct[1]")]
    [InlineData("<Begindatum>2026-01-12</Begindatum>", "<Begindatum>2026-01-12</Begindatum><Begindatum>2026-01-12</Begindatum>", "XSD05", "Begindatum")]
    [InlineData("<StatusAanlevering>", "tekst<StatusAanlevering>", "XSD08", "StopProduct[1]")]
    [InlineData("<StatusAanlevering>1", "<StatusAanlevering><b/>1", "XSD09", "StatusAanlevering")]
    public void What_is_wrong_in_a_class_is_found_at_its_place(string good, string bad, string rule, string end)
    {
        var text = Samples.Stop;
        var at = text.IndexOf(good, StringComparison.Ordinal);

        var finding = Assert.Single(Samples.Validate(text[..at] + bad + text[(at + good.Length)..]).Findings);

        Assert.Equal(rule, finding.Number);
        Assert.EndsWith($"/{end}", finding.Path, StringComparison.Ordinal);
        Assert.Equal(text[..at].Count(sign => sign == '\n') + 1, finding.Line);
        Assert.Null(finding.ReturnCode);
    }

    [Fact]
    public void Elements_nested_without_end_are_stopped() =>
        Assert.Equal("XML03", Last(Samples.Stop.Replace("<StopProducten>", string.Concat(Enumerable.Repeat("<a>", 1000)), StringComparison.Ordinal)));

    [Fact]
    public void A_tag_without_end_is_stopped() =>
        Assert.Equal("XML04", Last($"<Bericht a=\"{new string('x', 3_000_000)}\"/>"));

    [Fact]
    public void Names_without_end_are_stopped() =>
        Assert.Equal("XML05", Last(Samples.Stop.Replace(
            "</Client>", $"<z>{string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<n{number}/>"))}</z></Client>", StringComparison.Ordinal)));

    [Theory]
    [InlineData("</Bericht>", "</Bericht>rommel", "/Bericht")]
    [InlineData("</Bericht>", "</Bericht><Bericht/>", "/Bericht")]
    [InlineData("<RedenBeeindiging>31", "<RedenBeeindiging>3\u00001", "/Bericht/Client/StopProducten/StopProduct[1]/RedenBeeindiging")]
    [InlineData("<RedenBeeindiging>31", "<RedenBeeindiging>3&#0;1", "/Bericht/Client/StopProducten/StopProduct[1]/RedenBeeindiging")]
    [InlineData("<RedenBeeindiging>31", "<RedenBeeindiging>&reden;", "/Bericht/Client/StopProducten/StopProduct[1]/RedenBeeindiging")]
    [InlineData("</StopProduct>", "</Stop>", "/Bericht/Client/StopProducten/StopProduct[1]")]
    [InlineData("</Header>", "", "/Bericht/Header")]
    public void What_ends_reading_is_found_where_it_stands(string good, string bad, string path)
    {
        var text = Samples.Stop;
        var at = text.IndexOf(good, StringComparison.Ordinal);

        var finding = Samples.Validate(text[..at] + bad + text[(at + good.Length)..]).Findings[^1];

        Assert.Equal("XML01", finding.Number);
        Assert.StartsWith(path, finding.Path, StringComparison.Ordinal);
        Assert.True(finding.Line >= text[..at].Count(sign => sign == '\n') + 1);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-01")]
    [InlineData("0004-02-29")]
    public void The_first_and_the_last_days_that_there_are_break_nothing_but_rules(string day)
    {
        string[] samples = [Samples.Assignment, Samples.Start, Samples.Stop, Samples.Request, Samples.ChangeRequest, Samples.Answer, Samples.Claim, Samples.ClaimAnswer];
        foreach (var sample in samples)
        {
            for (var at = sample.IndexOf(">20", StringComparison.Ordinal); at >= 0; at = sample.IndexOf(">20", at + 1, StringComparison.Ordinal))
            {
                if (sample[at + 5] == '-')
                    Assert.True(Samples.Validate(sample[..(at + 1)] + day + sample[(at + 11)..]).IsSound);
            }
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE a><a/>")]
    [InlineData("\0")]
    [InlineData("")]
    public void A_fault_at_the_very_beginning_has_a_place(string text) =>
        Assert.All(Samples.Validate(text).Findings, finding => Assert.True(finding is { Line: >= 1, Column: >= 1 }));

    [Fact]
    public void An_entity_that_grows_is_refused_before_it_is_looked_at()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(level => $"<!ENTITY e{level} \"{string.Concat(Enumerable.Repeat($"&e{level - 1};", 10))}\">"));
        var bomb = $"<!DOCTYPE Bericht [<!ENTITY e0 \"ha\">{entities}]>{Samples.Stop[(Samples.Stop.IndexOf("?>", StringComparison.Ordinal) + 2)..].TrimStart()}";

        Assert.Equal(["XML02"], Samples.Validate(bomb.Replace("<RedenBeeindiging>31", "<RedenBeeindiging>&e9;", StringComparison.Ordinal)).Findings.Select(finding => finding.Number));
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_are_a_finding_and_not_read_as_something_else()
    {
        var bytes = Samples.Bytes(Samples.Stop);
        bytes[bytes.AsSpan().IndexOf("Test"u8)] = 0xE9;

        Assert.Contains(MessageValidator.Validate(new MemoryStream(bytes)).Findings, finding => finding.Number is "OP192-1" or "XML01");
    }

    [Fact]
    public void The_message_of_another_kind_is_refused_by_its_code() =>
        Assert.Equal(["XSD11"], Samples.Validate(Samples.Stop.Replace("<BerichtCode>440", "<BerichtCode>438", StringComparison.Ordinal)).Findings.Select(finding => finding.Number));

    [Fact]
    public void A_file_cut_off_anywhere_is_a_finding()
    {
        var bytes = Samples.Bytes(Samples.Claim);

        for (var length = 0; length < bytes.Length - 12; length += 7)
            Assert.NotEmpty(MessageValidator.Validate(new MemoryStream(bytes, 0, length)).Findings);
    }

    private static string Last(string text) => Samples.Validate(text).Findings[^1].Number;
}
