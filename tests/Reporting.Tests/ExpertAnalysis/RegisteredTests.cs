using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.ExpertAnalysis;

/// <summary>What was registered in a year by age and by group of municipalities.</summary>
public sealed class RegisteredTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    [Fact]
    public async Task A_year_is_divided_by_age_and_by_group_and_small_parts_stay_in_the_region()
    {
        // Beside the twenty-eight of which no age was told, twelve of them in the north.
        foreach (var (age, municipality, cases) in new[] { ("4_to_11", "GM1730", 6), ("12_to_17", "GM0118", 8), ("18_and_over", "GM0114", 6), ("0_to_3", "GM0114", 1) })
            foreach (var step in Enumerable.Range(0, cases).SelectMany(_ => Care.Case(Guid.CreateVersion7(), municipality, steps: 1, age)))
                await drenthe.Host.PublishAsync(step);
        await Eventually.Is("the steps are projected", 49, () => drenthe.Host.Database.ScalarAsync<long>("select count(*) from expert_case_step where state = 'registered'"));

        var whole = await ReadAsync(Roles.TableChair);
        Assert.Equal(("49", "1", "6", "8", "6", "28"), (
            Value(whole, "registered"), Value(whole, "registered_age:0_to_3"), Value(whole, "registered_age:4_to_11"), Value(whole, "registered_age:12_to_17"),
            Value(whole, "registered_age:18_and_over"), Value(whole, "registered_age:untold")));
        Assert.Equal(("18", "31", "0"), (Value(whole, "registered_in:NMD"), Value(whole, "registered_in:ZD"), Value(whole, "registered_in:elsewhere")));
        Assert.All(whole.Figures.Where(f => f.Kind.StartsWith("registered_", StringComparison.Ordinal)), f => Assert.Equal(("cases", false), (f.Unit, f.Hidden)));

        var open = await ReadAsync(Roles.Council);
        var ages = open.Figures.Where(f => f.Kind.StartsWith("registered_age:", StringComparison.Ordinal)).ToList();
        Assert.True(ages.Single(f => f.Kind == "registered_age:0_to_3") is { Hidden: true, Value: "" });
        Assert.True(ages.Count(f => f.Hidden) >= 2, "The year is shown, so that one hidden class could be calculated.");
        Assert.DoesNotContain(open.Figures, f => f.Kind.StartsWith("registered_", StringComparison.Ordinal) && f.Value is "1" or "2" or "3" or "4");

        var page = await drenthe.Host.Http.GetStringAsync(new Uri("/experttafel/2026.csv", UriKind.Relative));
        Assert.Contains("registered_age:untold;aangemeld, leeftijd niet bekend;", page, StringComparison.Ordinal);
        Assert.Contains("registered_in:ZD;aangemeld, inkoopregio ZD;", page, StringComparison.Ordinal);
    }

    private static string Value(ExpertYear year, string kind) => year.Figures.Single(figure => figure.Kind == kind).Value;

    private async Task<ExpertYear> ReadAsync(string role) =>
        (await new ExpertAnalysisService.ExpertAnalysisServiceClient(drenthe.Host.Invoker(TestTokens.For(role))).GetExpertYearAsync(new() { Year = 2026 })).Year;
}
