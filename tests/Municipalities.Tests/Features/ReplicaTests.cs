using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Replicas;

namespace Regio.Municipalities.Tests.Features;

public sealed class ReplicaTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task A_replica_killed_under_load_fails_no_call_and_loses_and_doubles_no_event()
    {
        const int Calls = 200;
        await using var pair = await ReplicaPair.StartAsync(typeof(MunicipalitiesDbContext).Assembly, host.Settings);
        var costs = pair.Client<CostService.CostServiceClient>();

        await pair.KillOneDuringAsync(Calls, async (number, options) => await costs.AllocateCostAsync(
            new() { RequestId = Guid.CreateVersion7().ToString(), AmountCents = number, Subject = "Pleegwijzer" }, options), TestTokens.For(Roles.Finance));

        Assert.Equal(Calls, await host.Database.ScalarAsync<long>("select count(*) from cost_allocation"));
        await ReplicaPair.DistinctMessagesAsync(host.Broker, MunicipalitiesHost.CostQueue, Calls);
        Assert.Equal(Calls, await host.Database.ScalarAsync<long>("select count(*) from outbox_message where message_type like '%CostAllocated%'"));
    }
}
