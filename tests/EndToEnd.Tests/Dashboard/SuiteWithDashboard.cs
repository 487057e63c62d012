using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Grpc.Net.Client;
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

    public string State => Path.Combine(Root, ".regio");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(State);
        // The data is kept as that of a developer is, in a folder that goes with the test: starting empty has something to empty.
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            [$"--Regio:StateDirectory={State}", "--Aspire:Volumes:ThrowAway=false"], (options, _) => options.DisableDashboard = false);
        _app = await builder.BuildAsync();
        using var start = new CancellationTokenSource(TimeSpan.FromMinutes(10));
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

    /// <summary>A channel to a service, for the caller to dispose of.</summary>
    public GrpcChannel ChannelTo(string service) => GrpcChannel.ForAddress(_app!.GetEndpoint(service, "grpc"));

    public async Task<string> ConnectionStringAsync(string name) =>
        await _app!.GetConnectionStringAsync(name) ?? throw new InvalidOperationException($"There is no {name}.");

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
