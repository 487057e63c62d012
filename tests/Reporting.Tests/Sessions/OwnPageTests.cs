using System.Net;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Tests.Sessions;

public sealed class OwnPageTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>, IDisposable
{
    private readonly Browser _browser = new(drenthe.Host.Host.HttpAddress);

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task A_municipality_sees_its_own_small_numbers_and_the_public_does_not()
    {
        await LogInAsync(Roles.PolicyAdviser, "GM0114");

        var own = await PageAsync("/mijn/gemeente/GM0114");
        Assert.Equal("2", own.QuerySelector("#experttafel ~ .totals strong")!.TextContent);
        Assert.Equal("2", own.QuerySelector("tr[data-state=registered] td")!.TextContent.Trim());
        var open = await PageAsync("/monitor/GM0114");
        Assert.Null(open.QuerySelector("#experttafel ~ .totals strong"));
    }

    [Fact]
    public async Task Figures_of_the_own_municipality_are_shown_in_full_with_file_and_line_and_those_of_others_are_not()
    {
        await drenthe.Host.ImportAsync("trajectories;GM0119;2024;niveau=8;3;\ntrajectories;GM0114;2024;niveau=8;2;\n", "klein.csv");
        await LogInAsync(Roles.PolicyAdviser, "GM0119");

        var lineage = await PageAsync("/mijn/catalogus/trajectories");

        var rows = lineage.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains(rows, row => row.StartsWith("GM0119, 2024 niveau=8 3 ", StringComparison.Ordinal) && row.Contains("klein.csv, regel 2", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("GM0114, 2024 niveau=8 niet getoond", StringComparison.Ordinal) && row.Contains("klein.csv, regel 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_municipality_and_none_at_all_are_answered_alike()
    {
        await LogInAsync(Roles.PolicyAdviser, "GM0106");

        var answers = new HashSet<(HttpStatusCode, string)>();
        foreach (var path in new[] { "/mijn/gemeente/GM0114", "/mijn/gemeente/GM9999", "/mijn/gemeente/PV22", "/mijn/gemeente/..%2fregio", "/mijn/regio", "/mijn/wat", "/mijn/catalogus/none" })
            answers.Add(await _browser.ReadAsync(path));

        Assert.Equal(HttpStatusCode.NotFound, Assert.Single(answers).Item1);
    }

    [Fact]
    public async Task The_region_sees_itself_and_every_municipality()
    {
        await LogInAsync(Roles.Regiomanager);

        var region = await PageAsync("/mijn/regio");
        Assert.Equal("28", region.QuerySelector("#experttafel ~ .totals strong")!.TextContent);
        Assert.Equal(12, region.QuerySelectorAll("a[href^='/mijn/gemeente/']").Length);
        Assert.Equal("2", (await PageAsync("/mijn/gemeente/GM0114")).QuerySelector("#experttafel ~ .totals strong")!.TextContent);
    }

    [Theory]
    [InlineData(Roles.Council, "GM0114")]
    [InlineData(Roles.CouncilClerk, "GM0114")]
    [InlineData(Roles.Provider, null)]
    [InlineData(Roles.Operator, null)]
    public async Task A_role_without_numbers_of_its_own_sees_what_everybody_sees(string role, string? municipality)
    {
        await LogInAsync(role, municipality, role == Roles.Provider ? Care.Yorneo.ToString("D") : null);

        Assert.Equal("U bent ingelogd", (await PageAsync("/mijn")).QuerySelector("h1")!.TextContent);
        foreach (var path in new[] { "/mijn/gemeente/GM0114", "/mijn/regio", "/mijn/contracten", "/mijn/contracten.csv" })
            Assert.Equal(HttpStatusCode.NotFound, (await _browser.ReadAsync(path)).Status);
    }

    [Fact]
    public async Task Nothing_behind_the_login_is_kept_by_a_browser_or_framed()
    {
        await LogInAsync(Roles.Regiomanager);

        using var answer = await _browser.GetAsync("/mijn/regio");
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Contains("form-action 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_of_contracts_is_a_page_and_the_same_as_files()
    {
        await LogInAsync(Roles.ContractManager, "GM0106");

        var page = await PageAsync("/mijn/contracten?dag=2026-06-30");
        Assert.Equal("Contracten en plafonds Assen", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Stand op 30 juni 2026", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Er is geen plafond bekend", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Zuid-Drenthe", page.Body.TextContent, StringComparison.Ordinal);
        foreach (var ending in new[] { "pdf", "docx", "csv", "rfc4180.csv", "xlsx", "json" })
        {
            using var file = await _browser.GetAsync($"/mijn/contracten.{ending}?dag=2026-06-30");
            Assert.Equal((HttpStatusCode.OK, $"contracten-GM0106-2026-06-30.{ending}"), (file.StatusCode, file.Content.Headers.ContentDisposition!.FileName));
            Assert.NotEmpty(await file.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task The_way_to_each_page_is_shown_to_those_who_may_read_it_alone()
    {
        await LogInAsync(Roles.Regiomanager);
        var links = (await PageAsync("/mijn/regio")).QuerySelectorAll("header a").Select(link => link.GetAttribute("href")!).Where(href => href.StartsWith("/mijn/", StringComparison.Ordinal)).ToList();
        Assert.Equal(["/mijn/contracten", "/mijn/berichten", "/mijn/verantwoording", "/mijn/experttafel", "/mijn/catalogus"], links);
        foreach (var link in links)
            Assert.Contains((await _browser.ReadAsync(link)).Status, new[] { HttpStatusCode.OK, HttpStatusCode.Redirect });
        using (var half = await _browser.GetAsync("/mijn/experttafel"))
            Assert.Matches("^/mijn/experttafel/20[0-9]{2}-H[12]$", half.Headers.Location!.ToString());

        await LogInAsync(Roles.ProcessGuide, "GM0114");
        Assert.Empty((await PageAsync("/mijn/gemeente/GM0114")).QuerySelectorAll("a[href='/mijn/contracten'], a[href='/mijn/verantwoording']"));
        foreach (var path in new[] { "/mijn/contracten", "/mijn/verantwoording", "/mijn/verantwoording.pdf" })
            Assert.Equal(HttpStatusCode.NotFound, (await _browser.ReadAsync(path)).Status);
    }

    [Fact]
    public async Task Every_page_behind_the_login_has_one_heading_and_names_its_fields_and_no_scripts()
    {
        foreach (var (name, path) in new[] { ("login", "/inloggen"), ("region", "/mijn/regio"), ("municipality", "/mijn/gemeente/GM0114"), ("contracts", "/mijn/contracten"), ("account", "/mijn/verantwoording"), ("care-messages", "/mijn/berichten"), ("expert-table", "/mijn/experttafel/2026-H1") })
        {
            await LogInAsync(Roles.Regiomanager);
            var page = await PageAsync(path);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Empty(page.QuerySelectorAll("script, [style], img:not([alt])"));
            Assert.All(page.QuerySelectorAll("input, textarea"), field => Assert.NotNull(page.QuerySelector($"label[for={field.Id}]")));
            Assert.All(page.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("th[scope=col]")));
            if (Environment.GetEnvironmentVariable("REPORT_PICTURES") is { } folder)
                await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.html"), (await _browser.ReadAsync(path)).Body);
        }
    }

    private Task LogInAsync(string role, string? municipality = null, string? provider = null) => _browser.LogInAsync(role, municipality, provider);

    private Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(string path) => _browser.PageAsync(path);
}
