using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Regio.EndToEnd.Tests.Cli;
using static Microsoft.Playwright.Assertions;

namespace Regio.EndToEnd.Tests.Dashboard;

/// <summary>What a developer does on the dashboard of the running suite.</summary>
[Collection(RunningSuite.InTurn)]
public sealed partial class WalkTests(SuiteWithDashboard suite) : IClassFixture<SuiteWithDashboard>
{
    // A command starts and stops processes, on a machine that has other work.
    private static readonly LocatorAssertionsToHaveTextOptions s_slowly = new() { Timeout = 300_000 };
    private static readonly LocatorAssertionsToContainTextOptions s_untilDone = new() { Timeout = 600_000 };

    [Fact]
    public async Task The_trace_of_a_demo_call_shows_three_services_and_the_bus_and_a_log_line_leads_to_it()
    {
        using var demo = await DemoRun.OnAsync(suite.Root);
        var page = await suite.OpenAsync("/traces");

        await page.GetByPlaceholder("key=value").FillAsync("rpc.method=RegisterCase");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = RegisterCase() }).First.ClickAsync();

        foreach (var service in new[] { "experttable", "municipalities", "reporting" })
            await Expect(page.Locator($".legend [data-service='{service}']")).ToBeVisibleAsync();
        // Reporting is in the trace by way of the bus alone.
        await Expect(page.Locator(".waterfall [data-span*='CaseStateChanged']").First).ToBeVisibleAsync();

        await page.GotoAsync("/structuredlogs?resource=experttable");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = TraceLink() }).First.ClickAsync();
        await Expect(page.Locator(".waterfall [data-span]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_secret_is_masked_until_it_is_asked_for()
    {
        var page = await suite.OpenAsync("/?resource=experttable");
        await Expect(page.Locator("[data-masked='ConnectionStrings__experttabledb']")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-masked='Vault__LookupKey']")).ToBeVisibleAsync();
        Assert.DoesNotContain("Password=", await page.ContentAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Show ConnectionStrings__experttabledb" }).ClickAsync();

        await Expect(page.Locator("[data-revealed]")).ToContainTextAsync("Password=");
    }

    [Fact]
    public async Task A_service_is_stopped_and_started_and_its_facts_are_loaded_again()
    {
        var page = await suite.OpenAsync("/?resource=procurement");
        await page.GetByLabel("All resources").GetByRole(AriaRole.Button, new() { Name = "Stop procurement", Exact = true }).ClickAsync();
        await Expect(State(page, "procurement")).ToHaveTextAsync("Exited", s_slowly);
        await page.GetByLabel("All resources").GetByRole(AriaRole.Button, new() { Name = "Start procurement", Exact = true }).ClickAsync();
        await Expect(State(page, "procurement")).ToHaveTextAsync("Running", s_slowly);

        await page.GetByRole(AriaRole.Button, new() { Name = "Load reference data" }).ClickAsync();
        await SucceedsAsync(page, "Load reference data");
    }

    [Fact]
    public async Task Every_page_shows_the_running_suite_also_on_a_phone()
    {
        await new Bookkeeping(suite).AllocateAsync("Measured");
        var page = await suite.OpenAsync("/?view=graph");
        await page.SetViewportSizeAsync(390, 800);
        foreach (var resource in new[] { "postgres", "bus", "municipalities", "procurement", "experttable", "reporting" })
            await Expect(page.Locator($"svg.graph a[aria-label^='{resource}']").First).ToBeVisibleAsync();
        await page.GotoAsync("/consolelogs/resource/municipalities");
        await Expect(page.Locator(".line", new() { HasText = "The database is up to date" }).First).ToBeAttachedAsync();
        await page.GotoAsync("/structuredlogs?resource=municipalities");
        await Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();
        await page.GotoAsync("/metrics?resource=municipalities");
        await page.GetByRole(AriaRole.Link, new() { Name = "rpc.server.call.duration" }).ClickAsync();
        await Expect(page.Locator(".legend")).ToContainTextAsync("P99");
        await page.GetByRole(AriaRole.Link, new() { Name = "Table" }).ClickAsync();
        await Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();
        await page.GotoAsync("/limits");
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    private static ILocator State(IPage page, string resource) => page.Locator($".list [data-state='{resource}']");

    [GeneratedRegex("RegisterCase$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegisterCase();

    [GeneratedRegex("^Trace ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TraceLink();
}
