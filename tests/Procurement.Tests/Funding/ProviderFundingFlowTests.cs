using Npgsql;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Rpcs;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Funding;

/// <summary>Funding over the wire: what a year shows, who sees it, and what the database refuses.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class ProviderFundingFlowTests(ProcurementHost host)
{
    private readonly FundingService.FundingServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    [Fact]
    public async Task A_year_shows_instalments_cost_and_who_bears_the_difference_and_a_correction_counts()
    {
        var id = (await RecordAsync()).Id;
        await _rpcs.RecordFundingCostAsync(new() { RequestId = NewId(), Id = id, Year = 2025, CostCents = 5 });
        var year = (await _rpcs.RecordFundingCostAsync(new() { RequestId = NewId(), Id = id, Year = 2025, CostCents = 1_001_01 })).Year;

        Assert.Equal((12, 1_000_00L, 1_001_01L, 33L, 68L), (year.Instalments.Count, year.PaidCents, year.CostCents, year.PayerDifferenceCents, year.ProviderDifferenceCents));
        Assert.Equal(year, (await _rpcs.GetFundingYearAsync(new() { Id = id, Year = 2025 })).Year);
        Assert.False((await _rpcs.GetFundingYearAsync(new() { Id = id, Year = 2026 })).Year.HasCostCents);
        Assert.Equal(3L, await host.Database.ScalarAsync<long>($"select count(*) from outbox_message where lane = '{id}' and message_type like '%.FundingChanged,%'"));
    }

    [Fact]
    public async Task A_provider_sees_what_holds_on_a_day_of_its_own()
    {
        var funding = await RecordAsync();
        var others = await RecordAsync();
        await _rpcs.EndFundingAsync(new() { RequestId = NewId(), Id = funding.Id, EndDate = Day(2026, 7, 1) });
        var own = new FundingService.FundingServiceClient(host.Invoker(TestTokens.For(Roles.Provider, provider: funding.ProviderId)));

        Assert.Equal(funding.Id, Assert.Single((await own.ListFundingAsync(new() { AsOf = Day(2026, 6, 30) })).Funding).Id);
        Assert.Empty((await own.ListFundingAsync(new() { AsOf = Day(2026, 7, 1) })).Funding);
        Assert.Empty((await own.ListFundingAsync(new() { AsOf = Day(2026, 6, 30), ProviderId = others.ProviderId })).Funding);
        Assert.Equal("FUNDING_UNKNOWN", (await Refused.ByAsync(async () => await own.GetFundingYearAsync(new() { Id = others.Id, Year = 2026 }))).Reason);
    }

    [Fact]
    public async Task The_same_is_funded_once_on_a_day()
    {
        var funding = await RecordAsync();

        var refused = await Refused.ByAsync(async () => await _rpcs.RecordFundingAsync(FundingSamples.OpenEnded(funding.ProviderId)));

        Assert.Equal(("FUNDING_OVERLAPS", "funding.period"), (refused.Reason, Assert.Single(refused.Fields)));
    }

    [Theory]
    [InlineData("update provider_funding set bearer = null where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData("update provider_funding set payer_percent = 0 where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData("update provider_funding set kind = 'Housing' where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData("update provider_funding set instalments = 2 where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData("update provider_funding set validity = '[2025-01-02,)' where id = '{0}'", PostgresErrorCodes.CheckViolation)]
    [InlineData("update funding_cost set cents = 1 where funding_id = '{0}'", PostgresErrorCodes.RestrictViolation)]
    public async Task The_database_refuses_what_does_not_belong_together(string statement, string error)
    {
        var id = (await RecordAsync()).Id;
        await _rpcs.RecordFundingCostAsync(new() { RequestId = NewId(), Id = id, Year = 2025, CostCents = 5 });

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(statement.Replace("{0}", id, StringComparison.Ordinal)));

        Assert.Equal(error, refused.SqlState);
    }

    private async Task<V1.Funding> RecordAsync() => (await _rpcs.RecordFundingAsync(FundingSamples.OpenEnded((await host.CreateProviderAsync()).Id))).Funding;
}
