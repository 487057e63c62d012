using Regio.Testing;

namespace Regio.Reporting.Tests.Projection;

/// <summary>Consumers of several messages at a time move the same running totals.</summary>
public sealed class ConcurrencyTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task Many_allocations_at_once_are_each_counted_once()
    {
        const long Many = 300;
        await Task.WhenAll(Enumerable.Range(1, (int)Many).Select(i =>
        {
            var id = Guid.CreateVersion7();
            var (first, second) = (Drenthe.Ids[i % 12], Drenthe.Ids[(i + 5) % 12]);
            return host.PublishAsync(Drenthe.Allocation(id, "gelijktijdig", 1, (first, i), (second, i)), id);
        }));

        await Eventually.Is("all are projected", Many, () => host.Database.ScalarAsync<long>("select count(*) from allocation"));
        Assert.Equal(
            await host.Database.ScalarAsync<decimal>("select sum(amount_cents) from allocation_share"),
            await host.Database.ScalarAsync<decimal>("select sum(sum_cents) from municipality_total"));
        Assert.Equal(Many, await host.Database.ScalarAsync<long>("select sum(allocation_count)::bigint from sharer_set"));
        Assert.Equal(0u, await host.Broker.CountAsync("reporting-on-cost-allocated_error") ?? 0);
    }
}
