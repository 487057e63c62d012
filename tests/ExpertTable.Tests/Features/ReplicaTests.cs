using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Replicas;

namespace Regio.ExpertTable.Tests.Features;

public sealed class ReplicaTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task A_replica_killed_under_load_fails_no_call_and_loses_and_doubles_no_event()
    {
        const int Calls = 150;
        await using var pair = await ReplicaPair.StartAsync(typeof(ExpertTableDbContext).Assembly, host.Settings);
        var cases = pair.Client<CaseService.CaseServiceClient>();

        await pair.KillOneDuringAsync(
            Calls, async (_, options) => await cases.RegisterCaseAsync(Requests.Register(), options), TestTokens.For(Roles.ProcessGuide));

        Assert.Equal(Calls, await host.CountAsync("select count(*) from case_file"));
        await ReplicaPair.DistinctMessagesAsync(host.Broker, ExpertTableHost.StateQueue, Calls);
        Assert.Equal(Calls, await host.CountAsync("select count(*) from outbox_message where message_type like '%CaseStateChanged%'"));
    }
}
