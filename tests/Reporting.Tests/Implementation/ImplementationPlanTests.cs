using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Regio.Testing;
using static Regio.Reporting.Tests.WorkAndPlans;

namespace Regio.Reporting.Tests.Implementation;

/// <summary>The implementation plan, from the events to the rpc and the page.</summary>
public sealed class ImplementationPlanTests(TestServers servers) : IAsyncLifetime
{
    private static readonly DateOnly Today = TimeProvider.System.DutchToday();
    private static readonly Guid Goal = Guid.CreateVersion7();
    private static readonly Guid Effort = Guid.CreateVersion7();
    private readonly ReportingHost _host = new(servers);

    private ImplementationPlanService.ImplementationPlanServiceClient Plans => new(_host.Invoker(TestTokens.For(Roles.Council)));

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        object[] events =
        [
            .. Drenthe.Municipalities,
            GoalNode(Effort, 1, "effort", "Lokale teams versterken", Goal),
            GoalNode(Goal, 1, "goal", "Minder jeugdigen in zorg"),
            GoalNode(Goal, 2, "goal", "Minder instroom") with { ValidFrom = new DateOnly(2021, 1, 1) },
            GoalNode(Guid.CreateVersion7(), 1, "indicator", "Gebruik van jeugdzorg", Goal) with { IndicatorCode = "youth-care-use" },
            GoalNode(Guid.CreateVersion7(), 1, "indicator", "Tevredenheid", Goal),
            GoalNode(Guid.CreateVersion7(), 1, "effort", "Preventie", Goal),
            Item(Guid.CreateVersion7(), 1, "GM0114", Today.AddDays(-1)) with { GoalNodeId = Effort, Title = "Wijkteam Emmen uitbreiden" },
            Item(Guid.CreateVersion7(), 1, "", null) with { GoalNodeId = Goal, Title = "Afspraken met huisartsen" },
            Item(Guid.CreateVersion7(), 1, "GM0114", Today),
        ];
        foreach (var message in events)
            await _host.PublishAsync(message);
        await Eventually.Is("all events are projected", (long)events.Length, () => _host.Database.ScalarAsync<long>("select count(*) from inbox_message"));
        await new ComputationService.ComputationServiceClient(_host.Invoker(TestTokens.For(Roles.Regiomanager))).SetIndicatorTargetAsync(new()
        {
            RequestId = Guid.CreateVersion7().ToString("D"),
            Target = new() { IndicatorId = "youth-care-use", AreaId = "PV22", Green = "10", Amber = "11", Period = new() { StartDate = Today.ToProto() }, Goal = "Minder instroom.", Source = new() { Title = "Regiovisie" } },
        });
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_goal_shows_who_does_what_until_when_and_what_can_be_seen_of_it()
    {
        var plan = await Plans.GetImplementationPlanAsync(new());

        var goal = Assert.Single(plan.Goals);
        Assert.Equal(("Minder instroom", "ZD:ABO", 2021), (goal.Title, goal.OwnerBodyId, goal.Period.StartDate.Year));
        Assert.Equal(
            [("Wijkteam Emmen uitbreiden", "Emmen", PlanActionState.Overdue), ("Afspraken met huisartsen", "ABO Zuid-Drenthe", PlanActionState.Open)],
            goal.Actions.Select(action => (action.Title, action.OwnerName, action.State)));
        Assert.Equal(["Lokale teams versterken"], goal.Actions[0].Path);
        Assert.Null(goal.Actions[1].DueDate);
        Assert.Equal(["Preventie"], goal.IdleEfforts);
        var (use, unknown) = (goal.Measures[0], goal.Measures[1]);
        Assert.Equal((2015, "10,6", 2021, "11,8"), (use.Baseline.Year, use.Baseline.Value, use.Latest.Year, use.Latest.Value));
        Assert.Equal(("10", Direction.Rising, TrafficLight.Red), (use.Target.Green, use.Direction, use.Light));
        Assert.Equal(("", null, null, TrafficLight.Unknown), (unknown.IndicatorId, unknown.Latest, unknown.Target, unknown.Light));
        Assert.Empty(plan.LooseActions);
    }

    [Fact]
    public async Task A_municipality_shows_what_it_does_itself_and_a_region_elsewhere_nothing()
    {
        var emmen = Assert.Single((await Plans.GetImplementationPlanAsync(new() { AreaId = "GM0114" })).Goals);
        Assert.Equal(["Wijkteam Emmen uitbreiden"], emmen.Actions.Select(action => action.Title));
        Assert.Null(emmen.Measures[0].Latest);

        // Assen buys with another region, whose goals are not known.
        Assert.Empty((await Plans.GetImplementationPlanAsync(new() { AreaId = "GM0106" })).Goals);
    }

    [Fact]
    public async Task The_page_says_what_is_not_known()
    {
        var page = await _host.Http.GetStringAsync(new Uri("/uitvoering", UriKind.Relative));

        Assert.Contains("Minder instroom", page, StringComparison.Ordinal);
        Assert.Contains("Wijkteam Emmen uitbreiden", page, StringComparison.Ordinal);
        Assert.Contains("te laat", page, StringComparison.Ordinal);
        Assert.Contains("Zonder bekende actie: Preventie.", page, StringComparison.Ordinal);
        Assert.Contains("niet bekend", page, StringComparison.Ordinal);
        Assert.Contains("Welke doelen er zijn, is niet bekend.", await _host.Http.GetStringAsync(new Uri("/uitvoering/GM0106", UriKind.Relative)), StringComparison.Ordinal);
        using var none = await _host.Http.GetAsync(new Uri("/uitvoering/GM9999", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, none.StatusCode);
    }
}
