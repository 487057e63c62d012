using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

/// <summary>A provider sees itself and its own contracts; what is another's looks as if it did not exist.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class OwnDataTests(ProcurementHost host)
{
    [Fact]
    public async Task A_provider_reads_its_own_contract_and_anothers_looks_unknown()
    {
        var (own, other) = (await host.DraftAsync(), await host.DraftAsync());
        var contracts = host.ContractsOf(TestTokens.For(Roles.Provider, provider: own.ProviderId));

        Assert.Equal(own, (await contracts.GetContractAsync(new() { Id = own.Id })).Contract);
        var forbidden = await Refused.ByAsync(async () => await contracts.GetContractAsync(new() { Id = other.Id }));
        var unknown = await Refused.ByAsync(async () => await contracts.GetContractAsync(new() { Id = NewId() }));
        Assert.Equal((StatusCode.NotFound, "CONTRACT_UNKNOWN"), (forbidden.Code, forbidden.Reason));
        Assert.Equal((unknown.Code, unknown.Reason, unknown.Fields[0]), (forbidden.Code, forbidden.Reason, forbidden.Fields[0]));
    }

    [Fact]
    public async Task A_provider_lists_its_own_contracts_whatever_it_asks_for()
    {
        var (own, other) = (await host.DraftAsync(), await host.DraftAsync());
        var contracts = host.ContractsOf(TestTokens.For(Roles.Provider, provider: own.ProviderId));

        Assert.Equal(own.Id, Assert.Single((await contracts.ListContractsAsync(new())).Contracts).Id);
        Assert.Empty((await contracts.ListContractsAsync(new() { ProviderId = other.ProviderId })).Contracts);
    }

    [Fact]
    public async Task A_provider_sees_its_own_lines_in_a_position()
    {
        var (own, other) = (await host.SignAsync(await host.DraftAsync()), await host.SignAsync(await host.DraftAsync()));
        var contracts = host.ContractsOf(TestTokens.For(Roles.Provider, provider: own.ProviderId));
        var request = new BatchGetContractPositionsRequest
        {
            Keys = { new ContractPositionKey { MunicipalityId = "GM0114", ProductId = "ambulatory-help", AsOf = Day(2026, 3, 1) } },
        };

        Assert.Equal([own.Id], (await contracts.BatchGetContractPositionsAsync(request)).Positions[0].Lines.Select(l => l.ContractId));
        var all = (await host.Contracts.BatchGetContractPositionsAsync(request)).Positions[0].Lines.Select(l => l.ContractId).ToList();
        Assert.Subset(all.ToHashSet(), new HashSet<string> { own.Id, other.Id });
    }

    [Fact]
    public async Task A_provider_sees_itself_among_the_providers()
    {
        var (own, other) = (await host.CreateProviderAsync(), await host.CreateProviderAsync());
        var providers = new ProviderService.ProviderServiceClient(host.Invoker(TestTokens.For(Roles.Provider, provider: own.Id)));

        Assert.Equal(own, Assert.Single((await providers.ListProvidersAsync(new())).Providers));
        Assert.Equal("PROVIDER_UNKNOWN", (await Refused.ByAsync(async () => await providers.GetProviderAsync(new() { Id = other.Id }))).Reason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("12345678")]
    [InlineData("")]
    public async Task A_providers_token_that_does_not_say_which_provider_sees_nothing(string? claim)
    {
        var draft = await host.DraftAsync();
        var contracts = host.ContractsOf(TestTokens.For(Roles.Provider, provider: claim));

        Assert.Empty((await contracts.ListContractsAsync(new())).Contracts);
        Assert.Equal("CONTRACT_UNKNOWN", (await Refused.ByAsync(async () => await contracts.GetContractAsync(new() { Id = draft.Id }))).Reason);
    }
}
