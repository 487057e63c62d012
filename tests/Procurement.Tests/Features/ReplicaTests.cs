using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Replicas;

namespace Regio.Procurement.Tests.Features;

// A host of its own: the queues are counted.
public sealed class ReplicaTests(ProcurementHost host) : IClassFixture<ProcurementHost>
{
    [Fact]
    public async Task A_replica_killed_under_load_fails_no_call_and_loses_and_doubles_no_event()
    {
        const int Calls = 100;
        await using var pair = await ReplicaPair.StartAsync(typeof(ProcurementDbContext).Assembly, host.Settings);
        var contracts = pair.Client<ContractService.ContractServiceClient>();

        await pair.KillOneDuringAsync(Calls, async (_, options) =>
        {
            var draft = (await contracts.CreateContractAsync(await host.RequestAsync(), options)).Contract;
            await contracts.SignContractAsync(new() { RequestId = ProcurementHost.NewId(), Id = draft.Id, Etag = draft.Etag }, options);
        }, TestTokens.For(Roles.ContractManager));

        Assert.Equal(Calls, await host.Database.ScalarAsync<long>("select count(*) from contract where lower(state) = 'signed'"));
        await ReplicaPair.DistinctMessagesAsync(host.Broker, "reporting-on-contract-signed", Calls);
        Assert.Equal(Calls, await host.Database.ScalarAsync<long>("select count(*) from outbox_message where message_type like '%ContractSigned%'"));
    }
}
