using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Rebuild;
using Regio.Reporting.Tests.Projection.Samples;

namespace Regio.Reporting.Tests.Projection;

/// <summary>Events of different aggregates come in any order, and any of them more than once.</summary>
public sealed class ProjectionOrderTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly object[] Events = [.. SampleEvents.All()];

    [Fact]
    public void Every_event_that_is_projected_is_among_them() =>
        Assert.Equal(
            Projector.Publishers.SelectMany(types => types).Order(StringComparer.Ordinal),
            Events.Select(message => message.GetType().FullName!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Any_order_with_any_repetition_ends_in_the_same_state()
    {
        var expected = await ProjectAsync(Events);
        Assert.Contains("eerste, verbeterd", expected, StringComparison.Ordinal);
        Assert.Contains("\"state\": \"decided\", \"version\": 5", expected, StringComparison.Ordinal);
        Assert.Contains("\"tariff_cents\": 13000", expected, StringComparison.Ordinal);
        Assert.DoesNotContain("\"tariff_cents\": 11000", expected, StringComparison.Ordinal);
        Assert.Contains("\"state\": \"warned\"", expected, StringComparison.Ordinal);
        Assert.Contains("\"valid_until\": \"2026-03-01\"", expected, StringComparison.Ordinal);

        var orders = Gen.Choose(0, int.MaxValue).ToArbitrary();
        Prop.ForAll(orders, seed => ProjectAsync(Shuffled(seed)).GetAwaiter().GetResult() == expected)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public async Task Running_totals_equal_the_sum_of_all_shares()
    {
        await ProjectAsync(Shuffled(20_260_101));

        var differing = await host.Database.ScalarAsync<long>(
            """
            select count(*) from
                (select municipality_id, sum(sign(amount_cents)) as n, sum(amount_cents) as cents from allocation_share group by 1) s
                full join municipality_total t using (municipality_id)
            where coalesce(s.n, 0) <> coalesce(t.allocation_count, 0) or coalesce(s.cents, 0) <> coalesce(t.sum_cents, 0)
            """);
        Assert.Equal(0, differing);
    }

    private static object[] Shuffled(int seed)
    {
        var random = new Random(seed);
        object[] order = [.. Events, .. Events.Where(_ => random.Next(2) == 0)];
        random.Shuffle(order);
        return order;
    }

    private async Task<string> ProjectAsync(IEnumerable<object> events)
    {
        await using var scope = host.Host.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        await ProjectionTables.EmptyAsync(model, CancellationToken.None);
        foreach (var message in events)
            await ApplyAsync(message);
        return await host.Database.ScalarAsync<string>(StateOf(ProjectionTables.Of(model.Model).Select(table => table.GetTableName()!))) ?? "";
    }

    // What the projection holds, as one text. Totals of nothing are as good as none.
    private static string StateOf(IEnumerable<string> tables) => "select " + string.Join(" || ", tables.Order(StringComparer.Ordinal).Select(table =>
        $$"""coalesce((select jsonb_agg(t order by t::text) from {{table}} t where not to_jsonb(t) @> '{"allocation_count": 0}')::text, '')"""));

    private async Task ApplyAsync(object message)
    {
        await using var scope = host.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Projector.ApplyAsync(db, message.GetType().FullName!, JsonSerializer.Serialize(message, message.GetType(), Web), CancellationToken.None);
        await transaction.CommitAsync();
    }
}
