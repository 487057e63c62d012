using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using Regio.Dashboard.Tests.Pages;

namespace Regio.EndToEnd.Tests.Dashboard;

/// <summary>The suite with its dashboard, as a developer has it, and a browser before it.</summary>
public sealed class SuiteWithDashboard : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("regio-dashboard-");
    private DistributedApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Uri? _frontend;
    private string? _token;

    /// <summary>A folder whose .regio is the state of this suite, as the command line looks for it.</summary>
    public string Root => _root.FullName;

    public async ValueTask InitializeAsync()
    {
        var state = Directory.CreateDirectory(Path.Combine(Root, ".regio")).FullName;
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            [$"--Regio:StateDirectory={state}"], (options, _) => options.DisableDashboard = false);
        _app = await builder.BuildAsync();
        using var start = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await _app.StartAsync(start.Token);
        foreach (var service in new[] { "municipalities", "procurement", "experttable", "reporting" })
            await _app.ResourceNotifications.WaitForResourceHealthyAsync(service, start.Token);
        _frontend = _app.GetEndpoint("aspire-dashboard", "frontend");
        _token = builder.Configuration["AppHost:BrowserToken"];
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _root.Delete(recursive: true);
    }

    /// <summary>A page of its own, logged in by the link that the start prints.</summary>
    public async Task<IPage> OpenAsync(string path)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = _frontend!.ToString() });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync($"/login?t={_token}&returnUrl={Uri.EscapeDataString(path)}");
        return page;
    }
}
