using Microsoft.Playwright;
using Regio.Dashboard.Tests.Pages;

namespace Regio.EndToEnd.Tests.Pages;

/// <summary>Somebody of a municipality who logs in, in a browser on a phone with scripts off.</summary>
[Collection(RunningSuite.InTurn)]
public sealed class OwnPagesTests(RunningSuite suite)
{
    [Fact]
    public async Task A_municipality_logs_in_reads_its_own_pages_and_logs_out()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await LogInAsync(browser, await suite.TokenAsync("policy-adviser", "GM0106"), "/mijn/gemeente/GM0106");

        Assert.EndsWith("/mijn/gemeente/GM0106", page.Url, StringComparison.Ordinal);
        Assert.Equal("Assen: eigen cijfers", await page.Locator("h1").TextContentAsync());
        foreach (var link in new[] { "Contracten en plafonds", "Verantwoording", "Experttafel", "Gegevenscatalogus" })
        {
            await page.GotoAsync("/mijn/gemeente/GM0106");
            await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
            Assert.Contains("/mijn/", page.Url, StringComparison.Ordinal);
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            await FitsAsync(page);
        }

        Assert.Equal(404, (await page.GotoAsync("/mijn/gemeente/GM0114"))!.Status);
        await page.GetByRole(AriaRole.Button, new() { Name = "Uitloggen" }).ClickAsync();
        Assert.EndsWith("/inloggen", page.Url, StringComparison.Ordinal);
        await page.GotoAsync("/mijn/gemeente/GM0106");
        Assert.EndsWith("/inloggen", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_region_reads_its_own_pages_on_a_phone()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await LogInAsync(browser, await suite.TokenAsync("regiomanager"), "/mijn/regio");

        Assert.Equal("Drenthe: eigen cijfers", (await page.Locator("h1").TextContentAsync())!.Replace("Jeugdhulpregio ", "", StringComparison.Ordinal));
        await FitsAsync(page);
        foreach (var link in new[] { "Contracten en plafonds", "Verantwoording", "Experttafel", "Gegevenscatalogus" })
        {
            await page.GotoAsync("/mijn/regio");
            await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
            await FitsAsync(page);
        }
    }

    private async Task<IPage> LogInAsync(IBrowser browser, string token, string wanted)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = suite.ReportingPages.BaseAddress!.ToString(),
            JavaScriptEnabled = false,
            ViewportSize = new() { Width = 390, Height = 900 },
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(wanted);
        Assert.EndsWith("/inloggen", page.Url, StringComparison.Ordinal);
        await page.GetByLabel("Toegangsbewijs").FillAsync(token);
        await page.GetByRole(AriaRole.Button, new() { Name = "Inloggen" }).ClickAsync();
        return page;
    }

    private static async Task FitsAsync(IPage page)
    {
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} pixels too wide");
    }
}
