using Google.Rpc;
using Grpc.Core;
using Regio.Testing;

namespace Regio.Municipalities.Tests.Features;

public sealed class ReferenceDataTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private const string OutboxRows = "select count(*) from outbox_message";

    [Fact]
    public async Task Reference_data_is_published_once_however_often_the_service_starts()
    {
        await using (var second = await host.StartAsync())
        {
            await Eventually.Holds("the second process is ready", async () =>
            {
                using var http = second.CreateHttpClient();
                using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            });
        }

        Assert.Equal(13, await host.Database.ScalarAsync<long>(OutboxRows + " where message_type not like '%CostAllocated'"));
        Assert.Equal(12, await host.Database.ScalarAsync<long>("select count(*) from municipality_version"));
        Assert.Equal(12, await host.Database.ScalarAsync<long>("select sum(version)::bigint from municipality"));
        Assert.Equal(1, await host.Database.ScalarAsync<long>("select max(version) from allocation_key"));
        await Eventually.Is<uint?>("the reader has the municipalities", 12, () => host.Broker.CountAsync(MunicipalitiesHost.MunicipalityQueue));
        await Eventually.Is<uint?>("the reader has the key", 1, () => host.Broker.CountAsync(MunicipalitiesHost.KeyQueue));
    }

    [Fact]
    public async Task A_change_in_the_register_is_seen_without_a_restart()
    {
        await host.Register.GetMunicipalityAsync(new() { Id = "GM0114" });
        await Assert.ThrowsAsync<RpcException>(async () => await host.Register.GetMunicipalityAsync(new() { Id = "GM0193" }));

        await host.Database.ExecuteAsync(
            "insert into municipality (id, name, rank, version, source_title, source_place) values ('GM0193', 'Zwolle', 13, 1, 'Proef', '')");

        await Eventually.Holds("the new municipality answers", async () =>
        {
            try
            {
                return (await host.Register.GetMunicipalityAsync(new() { Id = "GM0193" })).Municipality.Name == "Zwolle";
            }
            catch (RpcException unknown) when (unknown.StatusCode == StatusCode.NotFound)
            {
                return false;
            }
        });
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await host.Costs.PreviewAllocationAsync(new() { AmountCents = 1, MunicipalityIds = { "GM0193" } }));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Equal("MUNICIPALITY_NOT_IN_KEY", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        await host.Database.ExecuteAsync("delete from municipality where id = 'GM0193'");
    }
}
