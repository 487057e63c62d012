using AngleSharp.Html.Parser;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;
using Regio.Testing;
using static Regio.Reporting.Tests.WorkAndPlans;

namespace Regio.Reporting.Tests.Monitor;

/// <summary>What is to be done, planned and held for part of the care, from the event to the page.</summary>
public sealed class WorkTests(TestServers servers) : IAsyncLifetime
{
    private static readonly DateOnly Today = TimeProvider.System.DutchToday();
    private static readonly Guid Plan1 = Guid.CreateVersion7();
    private readonly ReportingHost _host = new(servers);

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        object[] events =
        [
            .. Drenthe.Municipalities,
            Item(Guid.CreateVersion7(), 1, "GM0114", Today),
            Item(Guid.CreateVersion7(), 1, "GM0114", Today.AddDays(-1)),
            Item(Guid.CreateVersion7(), 1, "GM0114", null, kind: "risk"),
            Item(Guid.CreateVersion7(), 1, "GM0106", null) with { RegionId = "NMD" },
            Item(Guid.CreateVersion7(), 1, "", Today, state: "done", feedback: true),
            Item(Guid.CreateVersion7(), 1, "", Today, state: "dropped"),
            Item(Guid.CreateVersion7(), 1, "GM0393", Today) with { RegionId = "ELDERS" },
            Plan(Plan1, 1, Milestone("a", null, Today.AddDays(-1)), Milestone("b", Today.AddDays(-9), Today.AddDays(-9), reached: true), Milestone("c", Today, Today.AddDays(5))),
            Memberships("GM0114", 2, Part("NMD", "", "new", Today), Part("ZD", "", "all", Today), Part("ZD", "8", "running", Today.AddYears(-3), Today)),
        ];
        foreach (var message in events)
            await _host.PublishAsync(message);
        await Eventually.Is("all events are projected", (long)events.Length, () => _host.Database.ScalarAsync<long>("select count(*) from inbox_message"));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_region_counts_all_of_its_regions_and_says_what_is_late()
    {
        var work = (await _host.Monitor.GetMonitorAsync(new())).Monitor.Work;

        Assert.Equal(["action", "risk"], work.Counts.Select(c => c.Kind));
        Assert.Equal((3, 1, 1, 1), (work.Counts[0].Open, work.Counts[0].Overdue, work.Counts[0].Done, work.Counts[0].Dropped));
        Assert.Equal((1, 0), (work.Counts[1].Open, work.Counts[1].Overdue));
        Assert.Equal(1, work.FeedbackOwed);
    }

    [Fact]
    public async Task A_municipality_counts_what_it_owes_itself_and_shows_the_plans_of_its_regions()
    {
        var emmen = (await _host.Monitor.GetMonitorAsync(new() { AreaId = "GM0114" })).Monitor.Work;
        var assen = (await _host.Monitor.GetMonitorAsync(new() { AreaId = "GM0106" })).Monitor.Work;

        Assert.Equal((2, 1, 0), (emmen.Counts[0].Open, emmen.Counts[0].Overdue, emmen.FeedbackOwed));
        Assert.Equal(1, Assert.Single(assen.Counts).Open);
        var plan = Assert.Single(emmen.Plans);
        Assert.Equal((Plan1.ToString(), "ZD"), (plan.PlanId, plan.RegionId));
        Assert.Equal([(false, true), (true, false), (false, false)], plan.Milestones.Select(m => (m.Reached, m.Late)));
        Assert.Empty(assen.Plans);
    }

    [Fact]
    public async Task Only_memberships_for_part_of_the_care_that_still_hold_are_told_apart()
    {
        var part = Assert.Single((await _host.Monitor.GetMonitorAsync(new())).Monitor.Work.PartialMemberships);

        Assert.Equal(("GM0114", "NMD", "", "new", Today.ToProto()), (part.MunicipalityId, part.RegionId, part.ProductGroup, part.Care, part.StartDate));
        Assert.Empty((await _host.Monitor.GetMonitorAsync(new() { AreaId = "GM0106" })).Monitor.Work.PartialMemberships);
    }

    [Fact]
    public async Task The_page_says_it_in_Dutch()
    {
        var page = new HtmlParser().ParseDocument(await _host.Http.GetStringAsync(new Uri("/monitor/GM0114", UriKind.Relative)));

        Assert.Equal(["Acties", "2", "1", "0", "0"], page.QuerySelector("[data-work='action']")!.Children.Select(cell => cell.TextContent));
        Assert.Equal(["te laat", "bereikt", "nog niet bereikt"], page.QuerySelectorAll($"[data-plan='{Plan1}'] [data-label='Stand']").Select(cell => cell.TextContent));
        Assert.StartsWith("uiterlijk ", page.QuerySelector($"[data-plan='{Plan1}'] [data-label='Wanneer']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Emmen", "Noordmidden-Drenthe", "nieuwe jeugdhulp"],
            page.QuerySelector("[data-partial='GM0114']")!.Children.Take(3).Select(cell => cell.TextContent));
    }
}
