using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Regio.Dashboard.Tests.Pages;
using Regio.Reporting.Tests.Sessions;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Pictures;

/// <summary>Drenthe with a series of figures, a decision round and a published report, in Debian's Chromium.</summary>
public sealed class PicturedDrenthe(TestServers servers) : IAsyncLifetime
{
    private readonly DrentheMonitor _drenthe = new(servers);
    private IPlaywright _playwright = null!;

    public ReportingHost Host => _drenthe.Host;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Address of the report of Emmen, without its ending.</summary>
    public string Report { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Host.Changes = services => services.AddSingleton<TimeProvider>(new PicturedTime());
        await _drenthe.InitializeAsync();
        await Host.PublishAsync(DecisionRounds.Vision);
        await Eventually.Is("the round is known", 1, () => Host.Database.ScalarAsync<long>("select count(*) from decision_round"));
        await Host.ImportAsync(
            string.Concat(Enumerable.Range(2015, 10).Select(year => string.Create(
                CultureInfo.InvariantCulture,
                $"youth-care-use;GM0114;{year};;{year - 2005},5;\nyouth-care-use;PV22;{year};;{year - 2004},1;\ntrajectories;GM0114;{year};;{(year - 2000) * 10};\ntrajectory-cost;GM0114;{year};;{(year - 2000) * 1_000};\n"))),
            "reeks.csv");
        Report = $"/rapporten/{await PublishedAsync()}";
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
        await _drenthe.DisposeAsync();
    }

    /// <summary>A page as it is, behind the login that of a regiomanager. With scripts off, unless a test waits for something with one of its own.</summary>
    internal async Task<IPage> OpenAsync(string path, int width, ColorScheme scheme = ColorScheme.Light, float scale = 1, bool scripts = false)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = Host.Host.HttpAddress.ToString(),
            JavaScriptEnabled = scripts,
            BypassCSP = true,
            ColorScheme = scheme,
            DeviceScaleFactor = scale,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        if (path.StartsWith("/mijn", StringComparison.Ordinal))
            await LogInAsync(context);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        var answer = await page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path}: {answer.Status}");
        return page;
    }

    private async Task LogInAsync(IBrowserContext context)
    {
        using var browser = new Browser(Host.Host.HttpAddress);
        await browser.LogInAsync(Roles.Regiomanager);
        var cookie = browser.Cookie.Split('=', 2);
        await context.AddCookiesAsync([new Cookie { Name = cookie[0], Value = cookie[1], Url = Host.Host.HttpAddress.ToString() }]);
    }

    private async Task<string> PublishedAsync()
    {
        ReportService.ReportServiceClient As(string subject) => new(Host.Host.Invoker(TestTokens.Create(new TestToken { Subject = subject, Roles = [Roles.Regiomanager] })));
        var (maker, reader) = (As("maker"), As("lezer"));
        var id = (await maker.DraftEditionAsync(new() { RequestId = NewId(), Title = "Najaar 2026", MunicipalityIds = { "GM0114" } })).Edition.Id;
        await Eventually.Is("the report is made", EditionState.Draft, async () => (await maker.GetEditionAsync(new() { Id = id })).Edition.State);
        await reader.CheckEditionAsync(new() { RequestId = NewId(), Id = id });
        await maker.PublishEditionAsync(new() { RequestId = NewId(), Id = id });
        return (await reader.GetEditionAsync(new() { Id = id })).Reports.Single().Id;
    }

    /// <summary>A clock that goes on from one morning, so that days, terms and years on a picture are those that were approved.</summary>
    private sealed class PicturedTime : TimeProvider
    {
        private readonly TimeSpan _since = System.GetUtcNow() - new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - _since;
    }

    private static string NewId() => Guid.CreateVersion7().ToString("D");
}
