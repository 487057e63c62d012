using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Regio.Documents.Html;

namespace Regio.Documents.Tests;

public sealed class HtmlTests
{
    [Fact]
    public void It_is_well_formed_and_says_the_same_to_a_reader_of_xml_and_of_html()
    {
        var html = Encoding.UTF8.GetString(HtmlFile.Write(Samples.Report()));

        var xml = XDocument.Parse(html);
        var page = new HtmlParser().ParseDocument(html);
        Assert.Equal(xml.Root!.Element("body")!.Value, page.Body!.TextContent.TrimEnd('\n'));
        Assert.Contains("€ 1.234.567,89 overhoudt; één ĳkpunt is Łódź. 2 < 3 & \"4\".", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_made_for_who_has_it_read_aloud()
    {
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(HtmlFile.Write(Samples.Report())));

        Assert.Equal("nl", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Raadsrapport jeugdhulp Aa en Hunze", page.Title);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal(["In het kort", "Geld"], page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.All(page.QuerySelectorAll("th"), head => Assert.Contains(head.GetAttribute("scope"), new[] { "row", "col" }));
        Assert.All(page.QuerySelectorAll("section[aria-labelledby]"), section => Assert.NotNull(page.GetElementById(section.GetAttribute("aria-labelledby")!)));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public void Only_its_own_style_is_allowed()
    {
        var file = HtmlFile.Write(Samples.Report());
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(file));

        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent)));
        Assert.Contains($"style-src 'sha256-{hash}'", HtmlStyle.PolicyOf(file), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_document_has_the_same_bytes() => Assert.Equal(HtmlFile.Write(Samples.Report()), HtmlFile.Write(Samples.Report()));
}
