using System.Text;
using Grpc.Core;
using Regio.Messages.ExpertTable.V1;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.ExpertAnalysis;

/// <summary>The yearly figures of the expert table for the national monitor.</summary>
public sealed class ExpertYearServiceTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    [Fact]
    public async Task A_year_is_the_sum_of_its_half_years_and_leaves_without_small_numbers()
    {
        // Twenty-eight cases were registered in the first half of 2026; of these five are decided after four days, one after 200.
        foreach (var step in Enumerable.Range(0, 5).SelectMany(_ => Care.Case(Guid.CreateVersion7(), "GM0106", steps: 5)))
            await drenthe.Host.PublishAsync(step);
        var late = Guid.CreateVersion7();
        foreach (var step in Care.Case(late, "GM0114", steps: 4))
            await drenthe.Host.PublishAsync(step);
        await drenthe.Host.PublishAsync(Step(late, 5, "decided", 200));
        await drenthe.Host.PublishAsync(Step(late, 6, "closed", 201));
        // Taken to JENN and then to PC Noord in one half-year, to PC Noord again in the next; another was not told where to.
        await drenthe.Host.PublishAsync(Care.Escalated(late, 7, "jenn", day: 10));
        await drenthe.Host.PublishAsync(Care.Escalated(late, 8, "pc_noord", day: 20));
        await drenthe.Host.PublishAsync(Care.Escalated(late, 9, "pc_noord", day: 210));
        await drenthe.Host.PublishAsync(Care.Escalated(Guid.CreateVersion7(), 7, target: null, day: 30));
        foreach (var number in Enumerable.Range(0, 6))
            await drenthe.Host.PublishAsync(Care.Outcome(Guid.CreateVersion7(), number < 5 ? 6 : 250, number < 5 ? "reached" : "partly", "waiting"));
        await Eventually.Is("the steps are projected", 6, () => drenthe.Host.Database.ScalarAsync<long>("select count(*) from expert_case_step where state = 'decided'"));
        await Eventually.Is("the closing is projected", 1, () => drenthe.Host.Database.ScalarAsync<long>("select count(*) from expert_case_step where state = 'closed'"));
        await Eventually.Is("the escalations are projected", 4, () => drenthe.Host.Database.ScalarAsync<long>("select count(*) from expert_case_step where state = 'escalated'"));
        await Eventually.Is("the outcomes are projected", 6, () => drenthe.Host.Database.ScalarAsync<long>("select count(*) from expert_case_outcome"));

        var whole = await ReadAsync(Roles.TableChair, 2026);
        Assert.Equal(("34", "6", "1", "6", "5", "1", "6"), (
            Value(whole, "registered"), Value(whole, "decided"), Value(whole, "closed"), Value(whole, "outcome"), Value(whole, "result:reached"), Value(whole, "result:partly"), Value(whole, "bottleneck:waiting")));
        Assert.Equal(("4", "201"), (Value(whole, "duration:decided"), Value(whole, "duration:closed")));
        Assert.Equal(("3", "1", "1", "0", "1"), (
            Value(whole, "escalated"), Value(whole, "escalated:jenn"), Value(whole, "escalated:pc_noord"), Value(whole, "escalated:supra_regional"), Value(whole, "escalated:untold")));
        Assert.All(whole.Figures, figure => Assert.NotEqual(("", ""), (figure.Name, figure.Definition)));
        Assert.Equal(["cases", "rounds", "consultations", "days"], whole.Figures.Select(figure => figure.Unit).Distinct());
        Assert.Equal(("0", ""), (Value(await ReadAsync(Roles.TableChair, 2025), "registered"), Value(await ReadAsync(Roles.TableChair, 2025), "duration:decided")));

        var open = await ReadAsync(Roles.Council, 2026);
        Assert.Equal(("34", "4"), (Value(open, "registered"), Value(open, "duration:decided")));
        foreach (var small in new[] { "closed", "result:partly", "result:reached", "duration:closed", "consultation:advised" })
            Assert.True(open.Figures.Single(figure => figure.Kind == small) is { Hidden: true, Value: "" }, small);

        // The file holds what anybody may see, also for who sees more.
        var (header, text) = await ExportAsync(Roles.TableChair);
        Assert.Equal(("experttafel-2026.rfc4180.csv", open.Figures.Count), (header.FileName, header.FigureCount));
        Assert.Equal(open.Figures.Select(figure => figure.Hidden ? "niet getoond" : figure.Value), text.Split("\r\n")[1..^1].Select(line => line.Split(',')[^2]));
        Assert.Equal(header.ContentHash, (await ExportAsync(Roles.Council)).Header.ContentHash);
        var page = await drenthe.Host.Http.GetStringAsync(new Uri("/experttafel/2026.csv", UriKind.Relative));
        Assert.Contains("registered;aangemeld;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("201", page, StringComparison.Ordinal);
    }

    private static CaseStateChanged Step(Guid id, long version, string state, int day) => new()
    {
        CaseId = id, AggregateVersion = version, OccurredAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day), MunicipalityId = "GM0114", State = state,
    };

    private static string Value(ExpertYear year, string kind) => year.Figures.Single(figure => figure.Kind == kind).Value;

    private async Task<ExpertYear> ReadAsync(string role, int year) =>
        (await new ExpertAnalysisService.ExpertAnalysisServiceClient(drenthe.Host.Invoker(TestTokens.For(role))).GetExpertYearAsync(new() { Year = year })).Year;

    private async Task<(ExportHeader Header, string Text)> ExportAsync(string role)
    {
        using var call = new ExportService.ExportServiceClient(drenthe.Host.Invoker(TestTokens.For(role))).ExportExpertYear(new() { Format = ExportFormat.Rfc4180Csv, Year = 2026 });
        var (header, text) = (new ExportHeader(), new StringBuilder());
        await foreach (var part in call.ResponseStream.ReadAllAsync())
        {
            header = part.Header ?? header;
            text.Append(part.Chunk.ToStringUtf8());
        }

        return (header, text.ToString());
    }
}
