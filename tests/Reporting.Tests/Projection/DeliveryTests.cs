using Regio.Testing;

namespace Regio.Reporting.Tests.Projection;

/// <summary>Every event of every publisher, each delivered twice and all in disorder, over the real broker to every consumer.</summary>
public sealed class DeliveryTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    [Fact]
    public async Task Each_event_twice_and_shuffled_ends_in_the_same_numbers()
    {
        object[] events =
        [
            .. Drenthe.Municipalities,
            Drenthe.Key,
            Drenthe.Whole(First, "eerste"),
            Drenthe.Allocation(Second, "tweede", 1, ("GM0106", 100)),
            Drenthe.Allocation(Second, "tweede, verbeterd", 2, ("GM0106", 300)),
            Care.Signed(First, 2, Care.Line("ZD", 8, 250_00), Care.Line("NMD", 8, 260_00)),
            Care.Signed(Second, 2, Care.Line("ZD", 8, 270_00, "crisis")),
            Care.Terminated(Second, 3, new DateOnly(2021, 1, 1)),
            .. Care.Case(First, "GM0106", 5),
            .. Care.Case(Second, "GM0114", 3),
        ];
        var deliveries = events.Select(e => (Event: e, Id: Guid.CreateVersion7())).ToArray();
        (object Event, Guid Id)[] twice = [.. deliveries, .. deliveries];
        new Random(20_260_701).Shuffle(twice);

        foreach (var (message, id) in twice)
            await host.PublishAsync(message, id);

        await Eventually.Is("every event is handled", deliveries.Length, () => host.Database.ScalarAsync<long>("select count(*) from inbox_message"));
        var monitor = (await host.Whole.GetMonitorAsync(new())).Monitor;
        Assert.Equal((2, "85000300"), (monitor.AllocationTotal.Count, monitor.AllocationTotal.SumCents));
        Assert.Equal((2, 1, 1), (monitor.Contracts.Signed, monitor.Contracts.Holding, monitor.Contracts.Terminated));
        Assert.Equal([("NMD", 260_00L), ("ZD", 250_00L)], monitor.Contracts.Rows.Select(r => (r.BuyerId, r.LowestTariffCents)));
        Assert.Equal(2, monitor.Cases.Total);
        Assert.Equal([("scheduled", 1L), ("decided", 1L)], monitor.Cases.States.Where(s => s.Count > 0).Select(s => (s.State, s.Count)));
        foreach (var queue in new[] { "municipality-recorded", "allocation-key-adopted", "cost-allocated", "contract-signed", "contract-terminated", "case-state-changed" })
            Assert.Equal(0u, await host.Broker.CountAsync($"reporting-on-{queue}_error") ?? 0);
    }
}
