using AngleSharp.Html.Parser;
using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Computing;

public sealed class ComputationServiceTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>, IAsyncLifetime
{
    private const string Rows = """
        trajectories;GM0106;2022;;1000;
        trajectories;GM0106;2023;;1100;
        trajectories;GM0106;2022;niveau=5;900;
        trajectories;GM0106;2023;niveau=5;960;
        trajectories;GM0106;2022;niveau=8;100;
        trajectories;GM0106;2023;niveau=8;140;
        trajectory-cost;GM0106;2022;;10000000,00;
        trajectory-cost;GM0106;2023;;12000000,01;
        trajectory-cost;GM0106;2022;niveau=5;4000000,00;
        trajectory-cost;GM0106;2023;niveau=5;4400000,01;
        trajectory-cost;GM0106;2022;niveau=8;6000000,00;
        trajectory-cost;GM0106;2023;niveau=8;7600000,00;
        trajectories;GM0106;2021;;990;
        trajectory-cost;GM0106;2021;;9000000,00;
        youth-care-use;GM0106;2023;;12,5;
        youth-care-use;PV22;2023;;11,5;
        youth-in-care;GM0114;2015;;100;
        youth-in-care;GM0114;2016;;102;
        youth-in-care;GM0114;2017;;98;
        youth-in-care;GM0114;2018;;101;
        youth-in-care;GM0114;2019;;99;
        trajectories-begin;GM0106;2023;;500;
        trajectories-in;GM0106;2023;;600;
        trajectories-out;GM0106;2023;;550;
        trajectories-end;GM0106;2023;;551;
        trajectories;GM1699;2022;;1000;
        trajectories;GM1699;2023;;10;
        trajectory-cost;GM1699;2022;;1,00;
        trajectory-cost;GM1699;2023;;999999999999999,00;

        """;

    public async ValueTask InitializeAsync() => await drenthe.Host.ImportAsync(Rows);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_cost_is_explained_by_level_and_adds_up_to_the_cent()
    {
        var answer = await Client(Roles.Council).ExplainCostAsync(new() { AreaId = "GM0106", FromPeriod = "2022", ToPeriod = "2023" });

        Assert.Equal(["niveau=5", "niveau=8"], answer.Parts.Select(part => part.Breakdown));
        Assert.All(answer.Parts.Append(answer.Total), part => Assert.Equal(part.CentsAfter - part.CentsBefore, part.PriceCents + part.VolumeCents + part.InteractionCents));
        Assert.Equal((2_000_000_01L, 1_000_000_000L, 1_200_000_001L), (answer.Total.CentsAfter - answer.Total.CentsBefore, answer.Total.CentsBefore, answer.Total.CentsAfter));
        Assert.Equal((60_000_00L, 54_285_71L), (answer.Parts[1].AverageCentsBefore, answer.Parts[1].AverageCentsAfter));
    }

    [Fact]
    public async Task Over_a_series_break_a_cost_is_not_explained()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await Client(Roles.Council).ExplainCostAsync(new() { AreaId = "GM0106", FromPeriod = "2021", ToPeriod = "2023" }));

        Assert.Equal((StatusCode.FailedPrecondition, "SERIES_BREAK_BETWEEN"), (refused.StatusCode, Refusals.Reason(refused)));
    }

    [Fact]
    public async Task A_cost_too_large_to_be_told_to_the_cent_is_refused_and_left_out_of_the_page()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await Client(Roles.Council).ExplainCostAsync(new() { AreaId = "GM1699", FromPeriod = "2022", ToPeriod = "2023" }));

        Assert.Equal((StatusCode.FailedPrecondition, "FIGURES_TOO_LARGE"), (refused.StatusCode, Refusals.Reason(refused)));
        var page = new HtmlParser().ParseDocument(await drenthe.Host.Http.GetStringAsync(new Uri("/analyse/GM1699", UriKind.Relative)));
        Assert.Contains("Dat is niet bekend", page.QuerySelector("section[aria-labelledby=kosten]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_series_is_forecast_with_its_error_in_the_past_and_judged_by_its_target()
    {
        await Client(Roles.Regiomanager).SetIndicatorTargetAsync(Target("youth-in-care", "GM0114", green: "90", amber: "100"));

        var answer = await Client(Roles.Council).AnalyseSeriesAsync(new() { IndicatorId = "youth-in-care", AreaId = "GM0114", YearsAhead = 1 });

        Assert.Equal(("line", "2", "3", 2), (answer.Forecast.Method, answer.Forecast.MeanError, answer.Forecast.LargestError, answer.Forecast.TestedYears));
        Assert.Equal(("99.1", "96.1", "102.1"), (answer.Forecast.Years[0].Number, answer.Forecast.Years[0].Low, answer.Forecast.Years[0].High));
        Assert.Equal((TrafficLight.Amber, 1), (answer.Light, Assert.Single(answer.Segments).Years[0].Version));
        Assert.Equal(2022, Assert.Single(answer.Breaks).Day.Year);
    }

    [Fact]
    public async Task A_municipality_stands_beside_larger_areas_and_the_unknown_stays_unknown()
    {
        var areas = (await Client(Roles.Council).CompareAreasAsync(new() { IndicatorId = "youth-care-use", MunicipalityId = "GM0106", Period = "2023" })).Areas;

        Assert.Equal(["GM0106", "NMD", "PV22", "NL01"], areas.Select(area => area.AreaId));
        Assert.Equal(["12.5", "", "11.5", ""], areas.Select(area => area.Number));
        Assert.Equal(["0", "", "-1", ""], areas.Select(area => area.Difference));
    }

    [Fact]
    public async Task A_balance_that_is_wrong_shows_its_difference_and_is_public_nowhere()
    {
        var balance = Assert.Single((await Client(Roles.Regiomanager).CheckBalanceAsync(new() { AreaId = "GM0106" })).Balances);
        var seen = Assert.Single((await Client(Roles.Council).CheckBalanceAsync(new() { AreaId = "GM0106" })).Balances);

        Assert.Equal(("500", "600", "550", "551", "1"), (balance.Begin, balance.In, balance.Out, balance.End, balance.Difference));
        Assert.Equal(("", "", "", "", ""), (seen.Begin, seen.In, seen.Out, seen.End, seen.Difference));
    }

    [Fact]
    public async Task The_database_refuses_two_targets_for_one_day()
    {
        await Client(Roles.Regiomanager).SetIndicatorTargetAsync(Target("youth-care-use", "", green: "10", amber: "12"));

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => drenthe.Host.Database.ExecuteAsync(
            "insert into indicator_target select gen_random_uuid(), indicator, area_id, validity, higher_is_better, green, amber, goal, recorded_at, recorded_by, source_place, source_title from indicator_target where indicator = 'youth-care-use'"));

        Assert.Contains("ex_indicator_target_one_per_day", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_tells_it_in_Dutch_with_what_is_not_known()
    {
        var page = new HtmlParser().ParseDocument(await drenthe.Host.Http.GetStringAsync(new Uri("/analyse/GM0106", UriKind.Relative)));

        var text = page.Body!.TextContent.Replace('\u00A0', ' ');
        Assert.Contains("€ 2.000.000,01", page.QuerySelector("section[aria-labelledby=kosten]")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Reeksbreuk op 1 januari 2022", text, StringComparison.Ordinal);
        Assert.Contains("Raming: niet bekend", text, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.Single(row.QuerySelectorAll("th[scope=row]")));
        Assert.Empty(page.Scripts);
        Assert.Contains("href=\"/analyse/GM0106\"", await drenthe.Host.Http.GetStringAsync(new Uri("/monitor/GM0106", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_measure_was_to_save_stands_beside_what_came_of_it_also_on_the_page()
    {
        await drenthe.Host.ImportAsync(string.Concat(Enumerable.Range(2015, 7).Select(year => $"youth-care-use;GM0118;{year};;{(year == 2021 ? 8 : 11)},{year % 2};\n")), "gebruik.csv");
        var request = new RecordSavingsScenarioRequest
        {
            RequestId = Guid.CreateVersion7().ToString("D"),
            Scenario = new()
            {
                IndicatorId = "youth-care-use",
                AreaId = "GM0118",
                Measure = "Praktijkondersteuner bij iedere huisarts.",
                Assumption = "Een op de tien verwijzingen is niet nodig.",
                FirstYear = 2021,
                Expected = { new ExpectedChange { Year = 2021, Change = "-2.5" }, new ExpectedChange { Year = 2022, Change = "-3" } },
                Source = new() { Title = "Collegebesluit", Place = "punt 3" },
            },
        };
        await Client(Roles.Regiomanager).RecordSavingsScenarioAsync(request);

        var told = Assert.Single((await Client(Roles.Council).ListSavingsScenariosAsync(new() { AreaId = "GM0118" })).Scenarios);

        Assert.True(told.Scenario.Hindsight);
        Assert.Equal([SavingsVerdict.Achieved, SavingsVerdict.NotYetKnown], told.Effects.Select(effect => effect.Verdict));
        Assert.Equal(("8.1", 1), (told.Effects[0].Figure.Number, told.Effects[0].Figure.Version));
        Assert.Equal("", told.Effects[1].Realised);
        var page = await drenthe.Host.Http.GetStringAsync(new Uri("/analyse/GM0118", UriKind.Relative));
        Assert.Contains("Ten minste wat was verwacht", page, StringComparison.Ordinal);
        Assert.Contains("pas na het eerste jaar vastgelegd", page, StringComparison.Ordinal);
    }

    private static SetIndicatorTargetRequest Target(string indicator, string area, string green, string amber) => new()
    {
        RequestId = Guid.CreateVersion7().ToString("D"),
        Target = new()
        {
            IndicatorId = indicator,
            AreaId = area,
            Green = green,
            Amber = amber,
            Period = new() { StartDate = Today() },
            Goal = "Minder instroom.",
            Source = new() { Title = "Regiovisie", Place = "doel 1" },
        },
    };

    // The target holds from today on, in the Netherlands; the day before could be over, the day after has not come.
    private static Common.V1.Date Today()
    {
        var today = ServiceDefaults.Time.DutchTime.DutchToday(TimeProvider.System);
        return new() { Year = today.Year, Month = today.Month, Day = today.Day };
    }

    private ComputationService.ComputationServiceClient Client(string role) => new(drenthe.Host.Host.Invoker(TestTokens.For(role)));
}
