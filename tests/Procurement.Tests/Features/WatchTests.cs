using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Procurement.Tests.Features;

[Collection(nameof(ProcurementHost))]
public sealed class WatchTests(ProcurementHost host)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Each_change_of_a_contract_is_shown_to_who_watches()
    {
        using var watch = await BeginAsync(host.Contracts, new());

        var draft = await host.DraftAsync();
        Assert.Equal(draft, await NextAsync(watch, draft.Id));
        var signed = await host.SignAsync(draft);
        Assert.Equal(signed, await NextAsync(watch, draft.Id));
    }

    [Fact]
    public async Task A_change_made_by_another_replica_is_shown_too_and_a_replica_that_stops_says_so()
    {
        var replica = await host.StartAsync(host.Register.GrpcAddress.ToString());
        var stopped = false;
        try
        {
            await ProcurementHost.ReadyAsync(replica.CreateHttpClient());
            using var watch = await BeginAsync(new(replica.CreateChannel(TestTokens.For(Roles.Regiomanager))), new());
            var draft = await host.DraftAsync();
            Assert.Equal(draft, await NextAsync(watch, draft.Id));

            var end = Refused.ByAsync(async () => await watch.ResponseStream.MoveNext());
            await replica.Services.GetRequiredService<IHost>().StopAsync();
            stopped = true;
            var refused = await end.WaitAsync(Patience);
            Assert.Equal((StatusCode.Unavailable, "SERVICE_STOPPING"), (refused.Code, refused.Reason));
        }
        finally
        {
            await replica.DisposeAsync();
            Assert.True(stopped);
        }
    }

    [Fact]
    public async Task A_provider_watches_its_own_contracts_and_a_filter_shows_one_provider()
    {
        var (own, other) = (await host.CreateProviderAsync(), await host.CreateProviderAsync());
        using var asProvider = await BeginAsync(host.ContractsOf(TestTokens.For(Roles.Provider, provider: own.Id)), new());
        using var filtered = await BeginAsync(host.Contracts, new() { ProviderId = own.Id });

        await host.DraftAsync(other.Id);
        var draft = await host.DraftAsync(own.Id);

        Assert.Equal(draft.Id, (await FirstAsync(asProvider)).Id);
        Assert.Equal(draft.Id, (await FirstAsync(filtered)).Id);
    }

    [Fact]
    public async Task A_caller_has_a_bounded_number_of_watches_and_another_still_has_its_own()
    {
        var token = TestTokens.Create(new TestToken { Subject = "many watches", Roles = [Roles.Finance] });
        var contracts = host.ContractsOf(token);
        var open = new List<AsyncServerStreamingCall<WatchContractsResponse>>();
        for (var i = 0; i < 10; i++)
            open.Add(await BeginAsync(contracts, new()));

        using var eleventh = contracts.WatchContracts(new());
        var refused = await Refused.ByAsync(async () => await eleventh.ResponseStream.MoveNext());
        Assert.Equal((StatusCode.ResourceExhausted, "WATCH_LIMIT_REACHED", "10"), (refused.Code, refused.Reason, refused.Metadata["limit"]));
        using var another = await BeginAsync(host.Contracts, new());

        open.ForEach(watch => watch.Dispose());
        await Eventually.Holds("an ended watch makes room", async () =>
        {
            try
            {
                using var again = await BeginAsync(contracts, new());
                var draft = await host.DraftAsync();
                return (await NextAsync(again, draft.Id)).Id == draft.Id;
            }
            catch (RpcException exception) when (exception.StatusCode == StatusCode.ResourceExhausted)
            {
                return false;
            }
        });
    }

    // The headers say that no further change will be missed.
    private static async Task<AsyncServerStreamingCall<WatchContractsResponse>> BeginAsync(
        ContractService.ContractServiceClient contracts, WatchContractsRequest request)
    {
        var watch = contracts.WatchContracts(request);
        await watch.ResponseHeadersAsync.WaitAsync(Patience);
        return watch;
    }

    private static async Task<Contract> FirstAsync(AsyncServerStreamingCall<WatchContractsResponse> watch)
    {
        Assert.True(await watch.ResponseStream.MoveNext().WaitAsync(Patience));
        return watch.ResponseStream.Current.Contract;
    }

    private static async Task<Contract> NextAsync(AsyncServerStreamingCall<WatchContractsResponse> watch, string id)
    {
        while (true)
        {
            if (await FirstAsync(watch) is var contract && contract.Id == id)
                return contract;
        }
    }
}
