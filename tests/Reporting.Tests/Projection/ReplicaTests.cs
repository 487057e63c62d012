using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Replicas;

namespace Regio.Reporting.Tests.Projection;

public sealed class ReplicaTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task A_replica_killed_while_it_reads_and_answers_fails_no_call_and_loses_and_doubles_no_event()
    {
        const int Calls = 200;
        await using var pair = await ReplicaPair.StartAsync(typeof(ReportingDbContext).Assembly, host.ProcessSettings);
        var monitor = pair.Client<MonitorService.MonitorServiceClient>();

        await pair.KillOneDuringAsync(Calls, async (number, options) =>
        {
            var id = Guid.CreateVersion7();
            await host.PublishAsync(Drenthe.Allocation(id, "Pleegwijzer", 1, (Drenthe.Ids[number % 12], number)), id);
            await monitor.GetMonitorAsync(new() { MaxAllocations = 1 }, options);
        }, TestTokens.For(Roles.Council));

        await Eventually.Is("each allocation is projected", (long)Calls, () => host.Database.ScalarAsync<long>("select count(*) from allocation"));
        Assert.Equal(
            await host.Database.ScalarAsync<decimal>("select sum(amount_cents) from allocation_share"),
            await host.Database.ScalarAsync<decimal>("select sum(sum_cents) from municipality_total"));
        Assert.Equal(Calls, await host.Database.ScalarAsync<long>("select sum(allocation_count)::bigint from sharer_set"));
    }
}
