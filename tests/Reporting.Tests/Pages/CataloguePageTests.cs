using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Regio.Reporting.Tests.Pages;

public sealed class CataloguePageTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    [Fact]
    public async Task From_a_figure_of_the_monitor_one_comes_to_its_file_and_line()
    {
        var figure = (await PageAsync("/monitor")).QuerySelector("tr[data-indicator=grant-yorneo] th a")!;

        var page = await PageAsync(figure.GetAttribute("href")!);

        Assert.Equal("Specifieke uitkering vastgoed Yorneo", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("615.174", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Matches("observations.csv, regel [0-9]+, op ", page.QuerySelector("td[data-label='Ingelezen uit']")!.TextContent);
    }

    [Fact]
    public async Task The_catalogue_tells_what_is_counted_and_what_may_be_added_up()
    {
        var page = await PageAsync("/catalogus");

        Assert.Contains("0-18-jarigen", page.QuerySelector("#youth")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("tot 23 jaar", page.QuerySelector("#youth-care-use")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("ja", "nee"), (Cell(page, "youth"), Cell(page, "youth-care-use")));
        Assert.Empty(page.QuerySelectorAll("script, link, img"));
    }

    [Fact]
    public async Task The_published_sums_that_do_not_add_up_are_shown_with_their_difference()
    {
        var rows = (await PageAsync("/monitor")).QuerySelectorAll("tr[data-check]").ToDictionary(
            row => row.GetAttribute("data-check")!,
            row => (Of(row, "Gepubliceerd"), Of(row, "Opgeteld"), Of(row, "Verschil")));

        Assert.Equal(("-18.600 personen", "-18.500", "-100"), rows["Personeelstekort Noord-Nederland 2031: de drie provincies samen"]);
        Assert.Equal(("-18.600 personen", "-18.500", "-100"), rows["Personeelstekort Noord-Nederland 2031: de branches samen"]);
        Assert.Equal(("ongeveer 3.300 personen", "3.000", "300"), rows["Personeelstekort ouderenzorg 2022: tekst en tabel"]);
        Assert.Equal(("ruim 9.900 personen", "9.300", "600"), rows["Personeelstekort ouderenzorg 2031: tekst en tabel"]);
        Assert.Equal(("-5.800 personen", "-5.800", "geen"), rows["Personeelstekort Noord-Nederland 2022: de drie provincies samen"]);
        Assert.Equal("geen", rows["Jeugdigen in Drenthe 2021: de twee inkoopregio's samen"].Item3);
    }

    [Fact]
    public async Task An_unknown_indicator_gives_a_page_that_says_so()
    {
        using var answer = await drenthe.Host.Http.GetAsync(new Uri("/catalogus/%3Cscript%3E", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("Deze indicator is niet bekend", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.Scripts);
    }

    private static string Cell(IHtmlDocument page, string id) => Of(page.QuerySelector($"#{id}")!, "Gebieden op te tellen");

    private static string Of(AngleSharp.Dom.IElement row, string label) => row.QuerySelector($"td[data-label='{label}']")!.TextContent.Trim();

    private async Task<IHtmlDocument> PageAsync(string path) =>
        new HtmlParser().ParseDocument(await drenthe.Host.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
}
