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
        await using var context = await browser.NewContextAsync(new()
        {
            BaseURL = suite.ReportingPages.BaseAddress!.ToString(),
            JavaScriptEnabled = false,
            ViewportSize = new() { Width = 390, Height = 900 },
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);

        await page.GotoAsync("/mijn/gemeente/GM0106");
        Assert.EndsWith("/inloggen", page.Url, StringComparison.Ordinal);
        await page.GetByLabel("Toegangsbewijs").FillAsync(await suite.TokenAsync("policy-adviser", "GM0106"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Inloggen" }).ClickAsync();

        Assert.EndsWith("/mijn/gemeente/GM0106", page.Url, StringComparison.Ordinal);
        Assert.Equal("Assen: eigen cijfers", await page.Locator("h1").TextContentAsync());
        foreach (var link in new[] { "Contracten en plafonds", "Verantwoording", "Experttafel", "Gegevenscatalogus" })
        {
            await page.GotoAsync("/mijn/gemeente/GM0106");
            await page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
            Assert.Contains("/mijn/", page.Url, StringComparison.Ordinal);
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{link} is {overflow} pixels too wide");
        }

        Assert.Equal(404, (await page.GotoAsync("/mijn/gemeente/GM0114"))!.Status);
        await page.GetByRole(AriaRole.Button, new() { Name = "Uitloggen" }).ClickAsync();
        Assert.EndsWith("/inloggen", page.Url, StringComparison.Ordinal);
        await page.GotoAsync("/mijn/gemeente/GM0106");
        Assert.EndsWith("/inloggen", page.Url, StringComparison.Ordinal);
    }
}
