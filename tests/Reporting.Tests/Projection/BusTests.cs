using Regio.Reporting.V1;
using Regio.Testing;

namespace Regio.Reporting.Tests.Projection;

/// <summary>Events over the real broker, as the publisher sends them.</summary>
public sealed class BusTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    private static readonly Guid Id = Guid.CreateVersion7();

    [Fact]
    public async Task An_allocation_before_its_municipalities_is_complete_once_they_come()
    {
        await host.PublishAsync(Drenthe.Whole(Id, "Crisismeldpunt"), Id);
        await host.PublishAsync(Drenthe.Whole(Id, "Crisismeldpunt"), Id);
        await host.PublishAsync(Drenthe.Whole(Id, "Crisismeldpunt"));
        await Eventually.Is("the allocation is projected", 1, () => host.Database.ScalarAsync<long>("select count(*) from allocation"));
        Assert.Empty((await host.Monitor.GetMonitorAsync(new())).Monitor.Allocations);

        foreach (var municipality in Drenthe.Municipalities)
            await host.PublishAsync(municipality);
        await host.PublishAsync(Drenthe.Key);

        await Eventually.Is("everything is projected", 15, () => host.Database.ScalarAsync<long>("select count(*) from inbox_message"));
        var monitor = (await host.Monitor.GetMonitorAsync(new())).Monitor;
        Assert.Equal(850_000_00, Assert.Single(monitor.Allocations).AmountCents);
        Assert.Equal(12, monitor.Allocations[0].Shares.Count);
        Assert.Equal(new AllocationTotal { Count = 1, SumCents = "85000000" }, monitor.AllocationTotal);
    }
}
