using System.Globalization;
using Microsoft.Playwright;
using Regio.Common.V1;
using Regio.Dashboard.Tests.Pages;
using Regio.Municipalities.V1;
using Regio.Reporting.V1;
using Regio.Testing;

namespace Regio.EndToEnd.Tests.Pages;

/// <summary>What anybody reads, in a browser: on a desk and on a phone, light and dark, with scripts off.</summary>
[Collection(RunningSuite.InTurn)]
public sealed class PublicPagesTests(RunningSuite suite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_public_page_can_be_read_on_a_phone_without_scripts()
    {
        var round = await RoundAsync();
        var report = await PublishedReportAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);

        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await using var context = await browser.NewContextAsync(new()
            {
                BaseURL = suite.ReportingPages.BaseAddress!.ToString(),
                JavaScriptEnabled = false,
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 900 },
            });
            var page = await context.NewPageAsync();
            page.SetDefaultTimeout(60_000);
            foreach (var address in new[] { "/monitor", "/monitor/GM0106", "/analyse", "/catalogus", "/catalogus/youth", "/uitvoering", "/uitvoering/GM0106", "/besluiten", $"/besluiten/{round}", "/rapporten", "/experttafel/2026-H1", "/inloggen", $"/rapporten/{report}", $"/rapporten/{report}.html" })
                await ReadAsync(page, address, $"{address} at {width}, {scheme}");
        }
    }

    [Fact]
    public async Task What_municipalities_open_for_views_is_on_the_public_page_by_way_of_the_bus()
    {
        var round = await RoundAsync();

        var page = await suite.ReportingPages.GetStringAsync(new Uri($"/besluiten/{round}", UriKind.Relative), Cancellation);

        Assert.Contains("zienswijzen gevraagd", page, StringComparison.Ordinal);
        Assert.Contains("28 februari 2030", page, StringComparison.Ordinal);
        Assert.Contains("0 van 12 tellen mee, 12 zijn nodig", page, StringComparison.Ordinal);
    }

    private static async Task ReadAsync(IPage page, string address, string where)
    {
        var answer = await page.GotoAsync(address);

        Assert.True(answer!.Ok, $"{where}: {answer.Status}");
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Equal("nl", await page.Locator("html").GetAttributeAsync("lang"));
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{where} is {overflow} pixels too wide");
        var styled = await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('main')).maxWidth");
        Assert.True(styled != "none", $"{where} has lost its style");
    }

    private async Task<string> RoundAsync()
    {
        var rounds = new RoundService.RoundServiceClient(suite.Municipalities);
        var manager = await suite.AsAsync("regiomanager");
        var round = (await rounds.CreateRoundAsync(
            new() { RequestId = NewId(), Kind = RoundKind.RegionalVision, RegionId = "JHRD", Subject = "Regiovisie gespecialiseerde jeugdhulp 2030-2034" }, manager, RunningSuite.Deadline(), Cancellation)).Round;
        await rounds.OpenViewsAsync(
            new() { RequestId = NewId(), Id = round.Id, ContentHash = Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N"), DueDate = new Date { Year = 2030, Month = 2, Day = 28 } },
            manager, RunningSuite.Deadline(), Cancellation);
        await Eventually.Holds("the round is on the public page", async () =>
        {
            using var answer = await suite.ReportingPages.GetAsync(new Uri($"/besluiten/{round.Id}", UriKind.Relative), Cancellation);
            return answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync(Cancellation)).Contains("zienswijzen gevraagd", StringComparison.Ordinal);
        });
        return round.Id;
    }

    private async Task<string> PublishedReportAsync()
    {
        var reports = new ReportService.ReportServiceClient(suite.Reporting);
        var (drafter, reader, manager) = (await suite.AsAsync("policy-adviser"), await suite.AsAsync("council-clerk"), await suite.AsAsync("regiomanager"));
        var id = (await reports.DraftEditionAsync(new() { RequestId = NewId(), Title = "Proefeditie", MunicipalityIds = { "GM0106" } }, drafter, RunningSuite.Deadline(), Cancellation)).Edition.Id;
        await Eventually.Is("the report is made", EditionState.Draft, async () =>
            (await reports.GetEditionAsync(new() { Id = id }, reader, RunningSuite.Deadline(), Cancellation)).Edition.State);
        await reports.CheckEditionAsync(new() { RequestId = NewId(), Id = id }, reader, RunningSuite.Deadline(), Cancellation);
        await reports.PublishEditionAsync(new() { RequestId = NewId(), Id = id }, manager, RunningSuite.Deadline(), Cancellation);
        return (await reports.GetEditionAsync(new() { Id = id }, reader, RunningSuite.Deadline(), Cancellation)).Reports.Single().Id;
    }

    private static string NewId() => Guid.CreateVersion7().ToString("D", CultureInfo.InvariantCulture);
}
