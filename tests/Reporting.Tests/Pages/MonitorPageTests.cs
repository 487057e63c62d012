using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Regio.Reporting.Tests.Pages;

public sealed class MonitorPageTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    [Fact]
    public async Task The_page_shows_the_whole_and_both_regions()
    {
        var page = await PageAsync("/monitor");

        Assert.Equal("Monitor jeugdhulp Drenthe", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Zuid-Drenthe", "58.780", "61,9 %"], Cells(page, "#regio-ZD", 3));
        Assert.Equal(["Noordmidden-Drenthe", "38.756", "38,0 %"], Cells(page, "#regio-NMD", 3));
        Assert.Equal(["Drenthe", "97.536", "99,9 %"], Cells(page, "#regio-PV22", 3));
    }

    [Fact]
    public async Task Charts_stand_before_the_table_that_they_show_and_need_no_scripts()
    {
        var page = await PageAsync("/monitor");

        var charts = page.QuerySelectorAll("#gemeenten ~ .charts svg[role=img]");
        Assert.Equal(["Jeugdigen per gemeente", "Verdeelsleutel per gemeente"], charts.Select(chart => chart.QuerySelector("title")!.TextContent));
        Assert.All(charts, chart => Assert.Equal(12, chart.QuerySelectorAll("rect.bar").Length));
        Assert.Contains("Het grootst is Emmen: 20.251.", charts[0].QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#gemeenten ~ .charts ~ table"));
        Assert.Empty(page.QuerySelectorAll("script, svg[style], svg [style]"));
    }

    [Fact]
    public async Task A_series_stops_at_a_break_and_says_so()
    {
        await drenthe.Host.ImportAsync(string.Concat(Enumerable.Range(2015, 10).Select(year => $"youth-care-use;GM0119;{year};;{year - 2005},5;\n")), "reeks.csv");

        var page = await PageAsync("/analyse/GM0119");

        var chart = page.QuerySelector("#beelden ~ .charts svg")!;
        Assert.Equal(10, chart.QuerySelectorAll("circle.dot").Length);
        Assert.Contains("Alle waarden staan in de tabel.", chart.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, chart.QuerySelectorAll("polyline.series").Length);
        Assert.Single(chart.QuerySelectorAll("line.break"));
        if (Environment.GetEnvironmentVariable("REPORT_PICTURES") is { } folder)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "analyse.html"), page.ToHtml());
            await File.WriteAllTextAsync(Path.Combine(folder, "monitor.html"), (await PageAsync("/monitor")).ToHtml());
        }
    }

    [Fact]
    public async Task Amounts_are_in_Dutch_and_say_from_what_they_are_normalised()
    {
        var page = await PageAsync("/monitor");

        Assert.Contains(page.QuerySelectorAll("caption"), c => c.TextContent.Contains("genormaliseerd vanaf 99,9 %", StringComparison.Ordinal));
        var all = Plain(Row(page, "Crisismeldpunt"));
        Assert.Contains("€ 850.000,00", all, StringComparison.Ordinal);
        Assert.Contains("genormaliseerd vanaf 99,9 %", all, StringComparison.Ordinal);
        Assert.Contains("Emmen: € 210.160,16", all, StringComparison.Ordinal);
        Assert.Contains("genormaliseerd vanaf 18,3 %", Plain(Row(page, "alert")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_keeps_the_age_group_as_published()
    {
        var page = await PageAsync("/monitor/GM0114");

        Assert.Contains("20.251 0-18-jarigen", Plain(page.QuerySelector("#GM0114")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_stands_beside_its_source_and_the_unknown_is_said()
    {
        var page = await PageAsync("/monitor");

        var figures = page.QuerySelectorAll("tr[data-indicator]");
        Assert.Equal(52, figures.Length);
        Assert.All(figures, f => Assert.Matches(@"\w.*regel|punt", f.QuerySelector("td.source")!.TextContent));
        Assert.Contains("niet bekend", page.QuerySelector("tr[data-indicator='youth-care-cost']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("tr[data-indicator='procurement-split']").Length);
    }

    [Fact]
    public async Task A_municipality_has_a_page_of_its_own()
    {
        var page = await PageAsync("/monitor/GM0106");

        Assert.Equal("Monitor jeugdhulp Assen", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Assen", page.QuerySelector("#GM0106")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#GM0114"));
        Assert.Equal("/monitor/GM0106.csv", page.QuerySelector("nav a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Contracts_and_cases_stand_beside_the_figures()
    {
        var page = await PageAsync("/monitor");

        Assert.Equal(["Zuid-Drenthe", "8", "2", "1", "2", "0", "€ 250,00 tot € 275,50 per uur"], Cells(page, "tr[data-buyer=ZD]", 7));
        Assert.Equal(["in behandeling", "14"], Cells(page, "tr[data-state=accepted]", 2));
        Assert.Equal(["besloten", "niet getoond"], Cells(page, "tr[data-state=decided]", 2));
        var emmen = await PageAsync("/monitor/GM0114");
        Assert.Contains("wordt niet getoond", emmen.QuerySelector("section[aria-labelledby=experttafel]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_is_shown_as_text_whatever_it_holds()
    {
        var page = await PageAsync("/monitor");

        Assert.Empty(page.Scripts);
        Assert.Contains(page.QuerySelectorAll("th"), cell => cell.TextContent == DrentheMonitor.Script);
    }

    [Fact]
    public async Task The_page_can_be_read_with_a_keyboard_a_screen_reader_and_in_a_narrow_window()
    {
        var page = await PageAsync("/monitor");

        Assert.Equal("nl", page.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.QuerySelector("meta[name=viewport]"));
        Assert.NotNull(page.QuerySelector($"main{page.QuerySelector("a.skip")!.GetAttribute("href")}"));
        Assert.All(page.QuerySelectorAll("thead th"), th => Assert.Equal("col", th.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("tbody tr"), tr => Assert.Single(tr.QuerySelectorAll("th[scope=row]")));
        Assert.All(page.QuerySelectorAll("section"), s => Assert.NotNull(page.GetElementById(s.GetAttribute("aria-labelledby")!)));
        var style = page.QuerySelector("style")!.TextContent;
        Assert.All(["max-width: 44rem", "prefers-color-scheme: dark", "@media print"], rule => Assert.Contains(rule, style, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_loaded_from_elsewhere_and_the_headers_forbid_it()
    {
        using var answer = await drenthe.Host.Http.GetAsync(new Uri("/monitor", UriKind.Relative));
        var page = Parse(await answer.Content.ReadAsStringAsync());

        Assert.Empty(page.QuerySelectorAll("link, img, iframe, script, [src], [style], [onclick]"));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains(Digest(page.QuerySelector("style")!.TextContent), policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
    }

    [Theory]
    [InlineData("/monitor/GM9999")]
    [InlineData("/monitor/GM9999.csv")]
    [InlineData("/monitor/Assen")]
    [InlineData("/monitor/%3Cscript%3E")]
    public async Task An_unknown_area_gives_a_page_that_says_so(string path)
    {
        using var answer = await drenthe.Host.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        var page = Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("Dit gebied is niet bekend", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.Scripts);
    }

    [Fact]
    public async Task The_root_leads_to_the_monitor()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = drenthe.Host.Host.HttpAddress };

        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/monitor", answer.Headers.Location!.OriginalString);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string Digest(string text) =>
        Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static IElement Row(IHtmlDocument page, string text) =>
        page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(text, StringComparison.Ordinal));

    private static IEnumerable<string> Cells(IHtmlDocument page, string row, int count) =>
        page.QuerySelector(row)!.Children.Take(count).Select(Plain);

    // Dutch amounts hold spaces that do not break.
    private static string Plain(IElement element) => element.TextContent.Replace('\u00A0', ' ').Trim();

    private async Task<IHtmlDocument> PageAsync(string path) =>
        Parse(await drenthe.Host.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
}
