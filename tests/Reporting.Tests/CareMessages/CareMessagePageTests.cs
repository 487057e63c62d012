using System.Net;
using AngleSharp.Dom;
using Regio.Reporting.Tests.Projection.Samples;
using Regio.Reporting.Tests.Sessions;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.CareMessages;

/// <summary>What came in of iJw, as people see it. On a database of its own.</summary>
public sealed class CareMessagePageTests(ReportingHost host) : IClassFixture<ReportingHost>, IAsyncLifetime
{
    private const int OfAssen = 52;

    private static readonly Guid s_refused = Guid.CreateVersion7();
    private static readonly Guid s_unreadable = Guid.CreateVersion7();
    private static readonly List<Guid> s_taken = [.. Enumerable.Range(0, OfAssen).Select(_ => Guid.CreateVersion7())];

    private readonly Browser _browser = new(host.Host.HttpAddress);

    public async ValueTask InitializeAsync()
    {
        object[] events =
        [
            CareMessageSamples.Of(s_refused, "JW323", "GM0114", "refused", CareMessageSamples.Finding("TR318", "De periode <b>klopt</b> niet.")) with { FindingCount = 21 },
            CareMessageSamples.Of(s_unreadable, "", municipality: null, "unreadable"),
            .. s_taken.Select((id, index) => CareMessageSamples.Of(id, "JW315") with { AnswerDueOn = new DateOnly(2026, 3, 2).AddDays(index) }),
        ];
        foreach (var message in events)
            await host.PublishAsync(message);
        await Eventually.Is("all messages are there", (long)events.Length, () => host.Database.ScalarAsync<long>("select count(*) from care_message"));
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_region_sees_what_came_in_newest_first_page_by_page_and_by_outcome()
    {
        await _browser.LogInAsync(Roles.ContractManager);

        var first = await _browser.PageAsync("/mijn/berichten");
        var second = await _browser.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        var shown = Ids(first).Concat(Ids(second)).ToList();
        Assert.Equal(s_taken.Append(s_unreadable).Append(s_refused).OrderByDescending(id => id.ToString("D"), StringComparer.Ordinal), shown);
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Equal([s_refused], Ids(await _browser.PageAsync("/mijn/berichten?uitkomst=afgekeurd")));
        Assert.Equal(
            ["Alle (54)", "verwerkt (52)", "afgekeurd (1)", "onleesbaar (1)"],
            first.QuerySelectorAll("nav[aria-label=Uitkomst] a").Select(link => link.TextContent));
        Assert.Contains("verzoek om toewijzing (JW315)", first.QuerySelector($"tr[data-message='{s_taken[^1]}']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_in_words_with_its_place_and_what_to_do()
    {
        await _browser.LogInAsync(Roles.ContractManager, "GM0114");

        var page = await _browser.PageAsync($"/mijn/berichten/{s_refused}");

        Assert.Equal("Declaratie (JW323)", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("geldt als niet verzonden", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Het retourbericht JW302 staat klaar", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal($"De eerste 1 van 21 bevindingen; alle staan in procurement onder {s_refused}", page.QuerySelector("caption")!.TextContent);
        Assert.Equal(
            ["TR318", "afgekeurd", "8214", "De periode <b>klopt</b> niet.", "/Bericht/Declaratie/DeclaratiePeriode"],
            page.QuerySelector("tr[data-rule=TR318]")!.Children.Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task A_municipality_sees_its_own_and_that_of_another_is_not_there()
    {
        await _browser.LogInAsync(Roles.ContractManager, "GM0114");

        Assert.Equal([s_refused], Ids(await _browser.PageAsync("/mijn/berichten")));
        var answers = new HashSet<(HttpStatusCode, string)>();
        foreach (var other in new[] { s_taken[0], s_unreadable, Guid.CreateVersion7() })
            answers.Add(await _browser.ReadAsync($"/mijn/berichten/{other}"));
        Assert.Equal(HttpStatusCode.NotFound, Assert.Single(answers).Item1);
    }

    [Theory]
    [InlineData(Roles.Council, "GM0106")]
    [InlineData(Roles.CouncilClerk, "GM0106")]
    [InlineData(Roles.Operator, null)]
    public async Task Who_does_not_manage_contracts_has_no_such_page(string role, string? municipality)
    {
        await _browser.LogInAsync(role, municipality);

        foreach (var path in new[] { "/mijn/berichten", $"/mijn/berichten/{s_taken[0]}" })
            Assert.Equal(HttpStatusCode.NotFound, (await _browser.ReadAsync(path)).Status);
    }

    [Fact]
    public async Task An_address_that_means_nothing_shows_everything()
    {
        await _browser.LogInAsync(Roles.Regiomanager);

        Assert.Equal(50, Ids(await _browser.PageAsync("/mijn/berichten?uitkomst=wat&voor=niets")).Count());
    }

    private static IEnumerable<Guid> Ids(IDocument page) => page.QuerySelectorAll("tr[data-message]").Select(row => Guid.Parse(row.GetAttribute("data-message")!));
}
