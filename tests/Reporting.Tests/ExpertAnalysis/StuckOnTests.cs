using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.ExpertAnalysis;

/// <summary>What cases got stuck on, as the analysis, the monitor and the yearly figures tell it.</summary>
public sealed class StuckOnTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    [Fact]
    public async Task A_case_counts_once_for_each_thing_that_it_got_stuck_on_and_small_numbers_stay_in_the_region()
    {
        // Fourteen cases of twelve municipalities: seven stuck on waiting and on the law, five on supply, one on supply and safety, one untold.
        foreach (var number in Enumerable.Range(0, 14))
        {
            var (id, municipality) = (Guid.CreateVersion7(), Drenthe.Ids[number % Drenthe.Ids.Count]);
            await drenthe.Host.PublishAsync(Care.Stuck(id, municipality, 5, 10 + number, number switch { < 7 => ["waiting", "law"], < 12 => ["no_supply"], 12 => ["no_supply", "safety"], _ => null }));
            // Stuck on the same again in the same half-year.
            if (number == 0)
                await drenthe.Host.PublishAsync(Care.Stuck(id, municipality, 8, 60, "waiting"));
        }

        await Eventually.Is("the steps are projected", 15, () => drenthe.Host.Database.ScalarAsync<long>("select count(*) from expert_case_step where state = 'stuck'"));

        var whole = await AnalysisAsync(Roles.TableChair);
        Assert.Equal((14, 7, 7, 6, 1, 0, 1), (
            Count(whole, "stuck"), Count(whole, "stuck_on:waiting"), Count(whole, "stuck_on:law"), Count(whole, "stuck_on:no_supply"),
            Count(whole, "stuck_on:safety"), Count(whole, "stuck_on:cooperation"), Count(whole, "stuck_on:untold")));

        var open = await AnalysisAsync(Roles.Council);
        Assert.Equal((14, 7, 7, 6), (Count(open, "stuck"), Count(open, "stuck_on:waiting"), Count(open, "stuck_on:law"), Count(open, "stuck_on:no_supply")));
        Assert.All(new[] { "safety", "cooperation", "untold" }, on => Assert.True(open.Counts.Single(c => c.Kind == $"stuck_on:{on}").Hidden));

        var region = (await drenthe.Host.Monitor.GetMonitorAsync(new() { AreaId = "PV22" })).Monitor.Cases.StuckOn;
        Assert.Equal(
            [("no_supply", 6, false), ("waiting", 7, false), ("tariff_or_contract", 0, true), ("law", 7, false), ("cooperation", 0, true), ("safety", 0, true), ("untold", 0, true)],
            region.Select(on => (on.Bottleneck, on.Count, on.Hidden)));
        Assert.Empty((await drenthe.Host.Monitor.GetMonitorAsync(new() { AreaId = "GM0114" })).Monitor.Cases.StuckOn);

        var page = await drenthe.Host.Http.GetStringAsync(new Uri("/monitor", UriKind.Relative));
        Assert.Contains("Waarop casussen vastliepen", page, StringComparison.Ordinal);
        Assert.Contains("data-stuck-on=\"waiting\"", page, StringComparison.Ordinal);
        var csv = await drenthe.Host.Http.GetStringAsync(new Uri("/monitor.csv", UriKind.Relative));
        Assert.Contains("stuck-on-waiting,\"Casussen, vastgelopen op wachttijd\",7,cases", csv, StringComparison.Ordinal);
        Assert.Contains("Waarop casussen vastliepen", await drenthe.Host.Http.GetStringAsync(new Uri("/experttafel/2026-H1", UriKind.Relative)), StringComparison.Ordinal);

        var year = (await new ExpertAnalysisService.ExpertAnalysisServiceClient(drenthe.Host.Invoker(TestTokens.For(Roles.TableChair))).GetExpertYearAsync(new() { Year = 2026 })).Year;
        Assert.Equal(("7", "cases", "vastgelopen op wachttijd"), year.Figures.Where(f => f.Kind == "stuck_on:waiting").Select(f => (f.Value, f.Unit, f.Name)).Single());
    }

    private static long Count(HalfYearAnalysis analysis, string kind) => analysis.Counts.Single(c => c.Kind == kind).Count;

    private async Task<HalfYearAnalysis> AnalysisAsync(string role) =>
        (await new ExpertAnalysisService.ExpertAnalysisServiceClient(drenthe.Host.Invoker(TestTokens.For(role))).GetHalfYearAnalysisAsync(new() { Period = "2026-H1" })).Analysis;
}
