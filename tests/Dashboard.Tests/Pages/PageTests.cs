using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Regio.Dashboard.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Regio.Dashboard.Tests.Pages;

/// <summary>Each page, walked as a person does.</summary>
public sealed partial class PageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private static readonly string[] AllPages =
    [
        "/", "/?view=graph&resource=reporting", "/consolelogs/resource/bus", "/structuredlogs?record=1", "/traces",
        $"/traces/detail/{Samples.TraceIdOf(1)}?spanId={Samples.SpanIdOf(4)}", "/metrics?resource=municipalities&instrument=rpc.server.call.duration", "/limits",
    ];

    private readonly List<IPage> _pages = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_resource_is_stopped_and_started_and_the_page_follows_by_itself()
    {
        var page = await OpenAsync("/");
        await Expect(State(page, "bus")).ToHaveTextAsync("Running");

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop bus", Exact = true }).ClickAsync();
        await Expect(State(page, "bus")).ToHaveTextAsync("Exited");

        await page.GetByLabel("All resources").GetByRole(AriaRole.Button, new() { Name = "Start bus", Exact = true }).ClickAsync();
        await Expect(State(page, "bus")).ToHaveTextAsync("Running");
        await Expect(page.Locator("[data-run]")).ToContainTextAsync("succeeded");
    }

    [Fact]
    public async Task What_changes_elsewhere_shows_without_reloading()
    {
        var page = await OpenAsync("/");
        await Expect(State(page, "postgres")).ToHaveTextAsync("Running");
        await page.EvaluateAsync("() => { window.notReloaded = true; }");

        browser.Resources.Current.Change("postgres", resource => resource.State = "Waiting");

        await Expect(State(page, "postgres")).ToHaveTextAsync("Waiting");
        Assert.True(await page.EvaluateAsync<bool>("() => window.notReloaded === true"));
        browser.Resources.Current.Change("postgres", resource => resource.State = "Running");
    }

    [Fact]
    public async Task A_secret_is_masked_until_it_is_asked_for()
    {
        var page = await OpenAsync("/?resource=reporting");
        await Expect(page.Locator("[data-masked='ConnectionStrings__reportingdb']")).ToBeVisibleAsync();
        Assert.DoesNotContain(SampleResources.Secret, await page.ContentAsync(), StringComparison.Ordinal);
        await Expect(page.GetByText("Development")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Show ConnectionStrings__reportingdb" }).ClickAsync();

        await Expect(page.Locator("[data-revealed]")).ToContainTextAsync(SampleResources.Secret);
    }

    [Fact]
    public async Task An_address_that_is_no_page_is_no_link()
    {
        var page = await OpenAsync("/?resource=reporting");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "monitor", Exact = true }).First).ToHaveAttributeAsync("href", "http://127.0.0.1:5114/monitor");
        await Expect(page.Locator("a[href^='javascript']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_command_with_consequences_is_given_after_agreeing_and_its_failure_is_told()
    {
        var page = await OpenAsync("/?resource=reporting");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start empty…" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("All figures are deleted");
        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Start empty reporting" }).ClickAsync();
        await Expect(page.Locator("[data-run]")).ToContainTextAsync("Start empty: succeeded");
        Assert.Contains("empty reporting", browser.Resources.Current.Commands);

        await page.GetByRole(AriaRole.Button, new() { Name = "Fail reporting" }).ClickAsync();
        await Expect(page.Locator("[data-run]")).ToContainTextAsync("failed: It <did> not work.");
    }

    [Fact]
    public async Task The_graph_leads_to_a_resource_by_keyboard()
    {
        var page = await OpenAsync("/?view=graph");
        await Expect(page.Locator("svg.graph .edge")).ToHaveCountAsync(2);

        await page.Locator("svg.graph a[aria-label^='reporting']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Details of reporting" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Complementary)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_console_is_live_coloured_searched_paused_and_downloaded()
    {
        var page = await OpenAsync("/consolelogs/resource/bus");
        await Expect(page.Locator(".line .f-green").First).ToHaveTextAsync("info");
        await Expect(page.GetByText("<b>not bold</b> & not markup").First).ToBeVisibleAsync();

        browser.Resources.Current.Write("a live line");
        await Expect(page.GetByText("a live line")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Searchbox).FillAsync("first");
        await Expect(page.GetByText("a live line")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("");

        var pause = page.Locator("[data-console-pause]");
        await pause.ClickAsync();
        browser.Resources.Current.Write("a line during the pause");
        await Expect(page.Locator("[data-console-count]")).ToContainTextAsync("more waiting");
        await Expect(page.GetByText("a line during the pause")).ToHaveCountAsync(0);
        await pause.ClickAsync();
        await Expect(page.GetByText("a line during the pause")).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync());
        Assert.Equal("bus.log", download.SuggestedFilename);
        Assert.StartsWith("info: the first line\n", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_is_found_by_filter_and_shows_its_services_the_bus_events_and_logs()
    {
        var page = await OpenAsync("/traces");
        await page.GetByPlaceholder("key=value").FillAsync("rpc.service=CostService");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("table.traces tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "municipalities: CostService/AllocateCost" }).ClickAsync();

        await Expect(page.Locator(".waterfall [data-span]")).ToHaveCountAsync(5);
        await Expect(page.Locator(".legend [data-service]")).ToHaveTextAsync(["municipalities", "reporting"]);
        await Expect(page.Locator("[data-span='CostAllocated receive']")).ToContainTextAsync("40 ms, bus 42 ms");
        await Expect(page.GetByText("Allocated 850000.00 over 12 municipalities").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Goes on in")).ToBeVisibleAsync();

        await page.Locator("[data-span='CostAllocated receive']").ClickAsync();
        var details = page.GetByRole(AriaRole.Complementary);
        await Expect(details).ToContainTextAsync("rabbitmq");
        await Expect(details).ToContainTextAsync("applied");
    }

    [Fact]
    public async Task Only_failed_traces_are_listed_when_asked()
    {
        var page = await OpenAsync("/traces");

        await page.GetByLabel("Errors only").CheckAsync();

        await Expect(page.Locator("table.traces tbody tr")).ToHaveCountAsync(1);
        await Expect(page.GetByText("procurement: ContractService/SignContract")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_log_line_leads_to_its_trace()
    {
        var page = await OpenAsync("/structuredlogs");
        await page.GetByLabel("Level").SelectOptionAsync("Error");
        await Expect(page.Locator("table.logs tbody tr")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Link, new() { NameRegex = TraceLink() }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("procurement: ContractService/SignContract");
        await Expect(page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("refused");
    }

    [Fact]
    public async Task Metrics_are_drawn_and_listed()
    {
        var page = await OpenAsync("/metrics?resource=municipalities");
        await page.GetByRole(AriaRole.Link, new() { Name = "rpc.server.call.duration" }).ClickAsync();
        await Expect(page.Locator("svg.lines polyline")).ToHaveCountAsync(3);
        await Expect(page.Locator(".legend")).ToContainTextAsync("P99");

        await page.GetByRole(AriaRole.Link, new() { Name = "rpc.server.calls" }).ClickAsync();
        await Expect(page.Locator("svg.lines polyline")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "Table" }).ClickAsync();
        await Expect(page.Locator("thead th")).ToHaveTextAsync(["Time", "AllocateCost", "GetMunicipality"]);
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(4);
        await Expect(page.Locator("tbody tr").Last.Locator("td").Nth(1)).ToHaveTextAsync("10");
    }

    [Fact]
    public async Task Every_page_fits_a_narrow_window_in_both_themes_and_no_script_or_style_is_refused()
    {
        var faults = new List<string>();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            var page = await OpenAsync("/", width, scheme);
            page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };
            page.PageError += (_, fault) => faults.Add(fault);
            foreach (var path in AllPages)
            {
                await page.GotoAsync(path);
                await Expect(page.Locator("h1")).ToBeVisibleAsync();
                var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (overflow > 0)
                    faults.Add($"{path} is {overflow} pixels too wide at {width}");
                await PictureAsync(page, path, width, scheme);
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_letter_goes_to_a_page_and_the_first_tab_skips_to_the_content()
    {
        var page = await OpenAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("To the content")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("t");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Traces");
    }

    private static ILocator State(IPage page, string resource) => page.Locator($".list [data-state='{resource}']");

    /// <summary>For people: pictures of all pages are left where this variable says.</summary>
    private static async Task PictureAsync(IPage page, string path, int width, ColorScheme scheme)
    {
        if (Environment.GetEnvironmentVariable("DASHBOARD_PICTURES") is not { Length: > 0 } folder)
            return;
        var name = Unsafe().Replace(path, "-").Trim('-');
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.{width}.{scheme}.png"), FullPage = true });
    }

    private async Task<IPage> OpenAsync(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await browser.OpenAsync(path, width, scheme);
        page.SetDefaultTimeout(30_000);
        _pages.Add(page);
        return page;
    }

    [GeneratedRegex("^Trace ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TraceLink();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unsafe();
}
