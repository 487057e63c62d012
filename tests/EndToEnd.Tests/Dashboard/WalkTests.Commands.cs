using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Npgsql;
using Regio.Cli.Replay;
using Regio.Testing;
using static Microsoft.Playwright.Assertions;

namespace Regio.EndToEnd.Tests.Dashboard;

/// <summary>The suite's own commands, given on the pages.</summary>
public sealed partial class WalkTests
{
    private const string ProjectionTable = "municipality_total";

    private static readonly SetAsideQueue s_setAside = SetAsideQueue.Beside("reporting-on-cost-allocated").First();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_was_set_aside_is_put_back_by_the_page_and_arrives()
    {
        var books = new Bookkeeping(suite);
        var before = await books.CountedAsync();
        await OnReportingAsync($"alter table {ProjectionTable} rename to {ProjectionTable}_away");
        await books.AllocateAsync("Set aside and put back");
        await Eventually.Is("the reader has set it aside", 1u, SetAsideAsync);
        await OnReportingAsync($"alter table {ProjectionTable}_away rename to {ProjectionTable}");
        var page = await suite.OpenAsync("/?resource=bus");

        await page.GetByRole(AriaRole.Button, new() { Name = "Replay failed messages…" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Replay failed messages bus" }).ClickAsync();

        await SucceedsAsync(page, "Replay failed messages");
        await Eventually.Is("the monitor has it", before + 1, books.CountedAsync);
        Assert.Equal(0u, await SetAsideAsync());
    }

    [Fact]
    public async Task The_demo_is_run_from_the_page_and_its_success_is_shown_there()
    {
        var page = await suite.OpenAsync("/?resource=reporting");

        await page.GetByRole(AriaRole.Button, new() { Name = "Run the demo reporting" }).ClickAsync();

        await SucceedsAsync(page, "Run the demo");
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(suite.State, "demo-out")));
        await page.GotoAsync("/consolelogs/resource/reporting");
        await Expect(page.Locator(".line", new() { HasText = "Done: " }).Last).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Starting_empty_takes_away_what_was_recorded_and_brings_the_facts_back()
    {
        var books = new Bookkeeping(suite);
        await books.AllocateAsync("Gone after the start");
        var page = await AgreeingPageAsync();

        await ConfirmAsync(page, "form.elements.key.value = '\"of another run\"'");
        await Expect(Run(page)).ToContainTextAsync("Start empty: failed: The command was offered by another run", s_untilDone);
        page = await AgreeingPageAsync();
        await ConfirmAsync(page, "form.elements.key.remove()");
        await Expect(Run(page)).ToContainTextAsync("Start empty: failed: The command was offered by another run", s_untilDone);
        page = await AgreeingPageAsync();
        await ConfirmAsync(page, "form.elements.confirmed.remove()");
        await Expect(page.GetByRole(AriaRole.Alertdialog)).ToBeVisibleAsync();
        Assert.NotEmpty(await books.RecordedAsync());

        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Start empty postgres" }).ClickAsync();

        await Expect(Run(page)).ToContainTextAsync("Start empty: succeeded", s_untilDone);
        Assert.Empty(await books.RecordedAsync());
        Assert.NotEmpty(await books.MunicipalitiesAsync());
        Assert.Equal(0, await books.CountedAsync());
    }

    private Task<IPage> AgreeingPageAsync() => suite.OpenAsync("/?resource=postgres&confirm=start-empty");

    /// <summary>Sends the form of the confirmation after somebody has tampered with it.</summary>
    private static async Task ConfirmAsync(IPage page, string change) => await page.RunAndWaitForResponseAsync(
        () => page.Locator(".confirm form").EvaluateAsync($"form => {{ {change}; form.requestSubmit(); }}"),
        response => response.Url.EndsWith("/commands/start-empty", StringComparison.Ordinal));

    /// <summary>The first command that is given on a page succeeds; one that fails is not waited for any longer.</summary>
    private static async Task SucceedsAsync(IPage page, string command)
    {
        await Expect(Run(page)).ToContainTextAsync(new Regex($"{Regex.Escape(command)}: (succeeded|failed)", RegexOptions.None, TimeSpan.FromSeconds(1)), s_untilDone);
        await Expect(Run(page)).ToContainTextAsync($"{command}: succeeded");
    }

    private static ILocator Run(IPage page) => page.Locator("[data-run]");

    private async Task OnReportingAsync(string statement)
    {
        await using var database = NpgsqlDataSource.Create(await suite.ConnectionStringAsync("reportingdb"));
        await using var command = database.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<uint> SetAsideAsync()
    {
        await using var errors = await ErrorQueues.OpenAsync(new Uri(await suite.ConnectionStringAsync("bus")), Cancellation);
        return (await errors.LookAsync(s_setAside, Cancellation))?.Count ?? 0;
    }
}
