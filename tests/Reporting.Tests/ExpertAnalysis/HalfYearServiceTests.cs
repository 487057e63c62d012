using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.ExpertAnalysis;

public sealed class HalfYearServiceTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    [Fact]
    public async Task The_region_reads_what_happened_in_the_half_year_and_the_public_no_small_number()
    {
        foreach (var number in Enumerable.Range(0, 6))
            await drenthe.Host.PublishAsync(Care.Outcome(Guid.CreateVersion7(), 6 + number, number < 4 ? "reached" : "partly", "waiting"));
        foreach (var number in Enumerable.Range(0, 7))
            await drenthe.Host.PublishAsync(Care.Consultation(Guid.CreateVersion7(), new DateOnly(2026, 6, 30), number < 6 ? "advised" : "referred"));
        await Eventually.Is("the consultations are projected", 7, () => drenthe.Host.Database.ScalarAsync<long>("select count(*) from expert_consultation"));
        await Eventually.Is("the outcomes are projected", 6, () => drenthe.Host.Database.ScalarAsync<long>("select count(*) from expert_case_outcome"));

        var whole = await ReadAsync(TestTokens.For(Roles.TableChair), "2026-H1");
        Assert.Equal((28, 14, 6, 4, 6), (Count(whole, "registered"), Count(whole, "accepted"), Count(whole, "outcome"), Count(whole, "result:reached"), Count(whole, "bottleneck:waiting")));
        Assert.Equal(("1.0", 14L), (whole.Times.Single(t => t.State == "registered").MedianDays, whole.Times.Single(t => t.State == "registered").Count));
        Assert.Equal(0, Count(await ReadAsync(TestTokens.For(Roles.TableChair), "2025-H2"), "registered"));
        Assert.Equal((6, 1, 0), (Count(whole, "consultation:advised"), Count(whole, "consultation:referred"), Count(whole, "consultation:to_register")));

        var open = await ReadAsync(TestTokens.For(Roles.Council), "2026-H1");
        Assert.True(open.Counts.Single(c => c.Kind == "result:reached").Hidden);
        Assert.True(open.Counts.Single(c => c.Kind == "result:partly").Hidden);
        Assert.False(open.Counts.Single(c => c.Kind == "consultation:advised").Hidden);
        Assert.True(open.Counts.Single(c => c.Kind == "consultation:referred").Hidden);
        Assert.All(open.Counts.Where(c => c.Hidden), c => Assert.Equal(0, c.Count));
        Assert.DoesNotContain(open.Counts, c => c is { Hidden: false, Count: > 0 and < 5 });
        var page = await drenthe.Host.Http.GetStringAsync(new Uri("/experttafel/2026-H1", UriKind.Relative));
        Assert.Contains("Drentse Experttafel, eerste helft van 2026", page, StringComparison.Ordinal);
        Assert.Contains("niet getoond", page, StringComparison.Ordinal);
        Assert.Equal("%PDF"u8.ToArray(), (await drenthe.Host.Http.GetByteArrayAsync(new Uri("/experttafel/2026-H1.pdf", UriKind.Relative)))[..4]);
    }

    private static long Count(HalfYearAnalysis analysis, string kind) => analysis.Counts.Single(c => c.Kind == kind).Count;

    private async Task<HalfYearAnalysis> ReadAsync(string token, string period) =>
        (await new ExpertAnalysisService.ExpertAnalysisServiceClient(drenthe.Host.Invoker(token)).GetHalfYearAnalysisAsync(new() { Period = period })).Analysis;
}
