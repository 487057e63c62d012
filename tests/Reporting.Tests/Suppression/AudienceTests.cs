using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Suppression;

/// <summary>The same numbers as the public, a municipality and the region see them, over every way out.</summary>
public sealed class AudienceTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    private const string Trajectories = """
        trajectories;PV22;2024;niveau=8;57;
        trajectories;GM0106;2024;niveau=8;21;
        trajectories;GM0114;2024;niveau=8;26;
        trajectories;GM0118;2024;niveau=8;7;
        trajectories;GM0119;2024;niveau=8;3;
        trajectory-cost;PV22;2024;niveau=8;5700000,00;
        trajectory-cost;GM0106;2024;niveau=8;2100000,00;
        trajectory-cost;GM0114;2024;niveau=8;2600000,00;
        trajectory-cost;GM0118;2024;niveau=8;700000,00;
        trajectory-cost;GM0119;2024;niveau=8;300000,00;

        """;

    [Fact]
    public async Task The_public_sees_no_small_count_no_amount_behind_it_and_nothing_that_gives_one_away()
    {
        await ImportAsync();

        foreach (var seen in new[] { await ReadAsync("trajectories", Roles.Council), await ReadAsync("trajectory-cost", Roles.Council) })
        {
            Assert.Equal((true, "niet getoond", ""), (seen["GM0119"].Hidden, seen["GM0119"].Value, seen["GM0119"].Number));
            Assert.True(seen.Values.Count(o => o.Hidden) >= 3, "two hidden ones would tell each other's number to those two");
            Assert.False(seen["PV22"].Hidden);
        }

        var hidden = (await ReadAsync("trajectories", Roles.Council)).Values.Where(o => o.Hidden).Select(o => o.Key.AreaId);
        Assert.Equal(hidden, (await ReadAsync("trajectory-cost", Roles.Council)).Values.Where(o => o.Hidden).Select(o => o.Key.AreaId));
    }

    [Fact]
    public async Task A_municipality_sees_its_own_numbers_and_those_of_others_as_the_public()
    {
        await ImportAsync();

        var meppel = await ReadAsync("trajectories", Roles.PolicyAdviser, "GM0119");
        var hoogeveen = await ReadAsync("trajectories", Roles.PolicyAdviser, "GM0118");

        Assert.Equal(("3", false), (meppel["GM0119"].Number, meppel["GM0119"].Hidden));
        Assert.True(hoogeveen["GM0119"].Hidden);
        Assert.Equal("7", hoogeveen["GM0118"].Number);
    }

    [Fact]
    public async Task Those_who_work_for_the_region_see_all()
    {
        await ImportAsync();

        Assert.DoesNotContain((await ReadAsync("trajectories", Roles.Regiomanager)).Values, o => o.Hidden);
        var cases = (await Monitor(Roles.Regiomanager).GetMonitorAsync(new())).Monitor.Cases;
        Assert.Equal((true, 14L), (cases.HasTotal, cases.States.Single(s => s.State == "accepted").Count));
        Assert.DoesNotContain(cases.States, s => s.Hidden);
    }

    [Fact]
    public async Task A_municipality_sees_its_own_cases_by_state()
    {
        var own = (await Monitor(Roles.ProcessGuide, "GM0114").GetMonitorAsync(new() { AreaId = "GM0114" })).Monitor.Cases;
        var other = (await Monitor(Roles.ProcessGuide, "GM0114").GetMonitorAsync(new() { AreaId = "GM0119" })).Monitor.Cases;

        Assert.Equal((2L, 2L), (own.Total, own.States.Single(s => s.State == "registered").Count));
        Assert.False(other.HasTotal);
        Assert.Empty(other.States);
    }

    [Fact]
    public async Task A_hidden_figure_is_no_part_of_a_ratio()
    {
        await ImportAsync();
        ObservationKey Of(string area) => new() { IndicatorId = "trajectories", AreaId = area, Period = "2024", Breakdown = "niveau=8" };

        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await Observations(Roles.Council).ComputeRatioAsync(new() { Numerator = Of("GM0119"), Denominator = Of("PV22") }));

        Assert.Equal((StatusCode.FailedPrecondition, "FIGURE_HIDDEN"), (refused.StatusCode, Refusals.Reason(refused)));
        Assert.Equal("0.052632", (await Observations(Roles.Finance).ComputeRatioAsync(new() { Numerator = Of("GM0119"), Denominator = Of("PV22") })).Ratio);
    }

    [Theory]
    [InlineData("/monitor/GM0119")]
    [InlineData("/monitor/GM0119.csv")]
    [InlineData("/catalogus/trajectories")]
    public async Task A_page_and_a_file_without_login_show_what_the_public_may_see(string path)
    {
        await ImportAsync();

        var text = await drenthe.Host.Http.GetStringAsync(new Uri(path, UriKind.Relative));

        Assert.Contains("niet getoond", text, StringComparison.Ordinal);
        Assert.DoesNotContain("300.000", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_does_not_give_the_earlier_number_away()
    {
        await ImportAsync();
        await ImportAsync(Trajectories.Replace(";21;", ";22;", StringComparison.Ordinal).Replace(";57;", ";58;", StringComparison.Ordinal), "verbeterd.csv");

        var versions = await Observations(Roles.Council).ListObservationsAsync(new() { IndicatorId = "trajectories", IncludeSuperseded = true });

        Assert.All(versions.Observations.Where(o => !o.Current), o => Assert.True(o.Hidden));
        Assert.Contains(versions.Observations, o => !o.Current);
        await ImportAsync();
    }

    [Fact]
    public async Task What_becomes_small_by_a_correction_is_hidden_from_then_on_also_from_who_looked_before()
    {
        async Task<string> SeenAsync() => (await Observations(Roles.Council).ListObservationsAsync(new() { IndicatorId = "trajectories" })).Observations.Single(o => o.Key.Period == "2019").Value;
        await ImportAsync("trajectories;GM1680;2019;;26;\n", "eerst.csv");
        Assert.Equal("26", await SeenAsync());

        await ImportAsync("trajectories;GM1680;2019;;2;\n", "later.csv");

        Assert.Equal("niet getoond", await SeenAsync());
    }

    private Task ImportAsync(string rows = Trajectories, string name = "trajecten.csv") => drenthe.Host.ImportAsync(rows, name);

    private async Task<Dictionary<string, Observation>> ReadAsync(string indicator, string role, string? municipality = null) =>
        (await Observations(role, municipality).ListObservationsAsync(new() { IndicatorId = indicator })).Observations
            .Where(o => o.Key.Period == "2024").ToDictionary(o => o.Key.AreaId);

    private ObservationService.ObservationServiceClient Observations(string role, string? municipality = null) => new(drenthe.Host.Host.Invoker(TestTokens.For(role, municipality)));

    private MonitorService.MonitorServiceClient Monitor(string role, string? municipality = null) => new(drenthe.Host.Host.Invoker(TestTokens.For(role, municipality)));
}
