using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Procurement.Tests.Features;

/// <summary>What procurement does while Municipalities is away.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class NeighbourTests(ProcurementHost host)
{
    [Fact]
    public async Task Without_municipalities_it_is_ready_refuses_what_needs_them_and_goes_on_with_the_rest()
    {
        await using var alone = await host.StartAsync($"http://127.0.0.1:{FreePort()}");
        await ProcurementHost.ReadyAsync(alone.CreateHttpClient());
        var contracts = new ContractService.ContractServiceClient(alone.CreateChannel(TestTokens.For(Roles.ContractManager)));
        var request = await host.RequestAsync();

        var refused = await Refused.ByAsync(async () => await contracts.CreateContractAsync(request));
        Assert.Equal((StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE"), (refused.Code, refused.Reason));
        Assert.Equal(0, await host.Database.ScalarAsync<long>($"select count(*) from contract where provider_id = '{request.Contract.ProviderId}'"));

        var draft = (await host.Contracts.CreateContractAsync(request)).Contract;
        Assert.Equal(draft, (await contracts.CreateContractAsync(request)).Contract);
        var signed = await contracts.SignContractAsync(new() { RequestId = ProcurementHost.NewId(), Id = draft.Id });
        Assert.Equal(ContractState.Signed, signed.Contract.State);
    }

    [Fact]
    public async Task The_question_to_municipalities_is_part_of_the_same_trace()
    {
        using var root = new System.Diagnostics.Activity("test").Start();
        root.ActivityTraceFlags = System.Diagnostics.ActivityTraceFlags.Recorded;
        await host.DraftAsync();

        await Eventually.Holds("both ends are recorded under one trace", () => Task.FromResult(
            host.Register.Spans.OfTrace(root.TraceId).Any(span => span.DisplayName.Contains("BatchGetMemberships", StringComparison.Ordinal))));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
