using System.Text;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Regio.Reporting.Monitor;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Contracting;

public sealed class ContractOverviewTests(ContractedDrenthe drenthe) : IClassFixture<ContractedDrenthe>
{
    [Fact]
    public async Task Lines_of_an_addendum_replace_those_of_the_signature_each_in_its_period()
    {
        var june = await ReadAsync("PV22", new(2026, 6, 30));
        var july = await ReadAsync("PV22", new(2026, 7, 1));

        Assert.Equal(["NMD 7 9000", "ZD 7 8000", "ZD 8 25000"], Products(june));
        Assert.Equal(["NMD 8 9500", "ZD 7 8000", "ZD 8 25000"], Products(july));
        Assert.Equal("2026-07-01", Day(june.Products.Single(p => p.BuyerId == "NMD").EndDate));
    }

    [Fact]
    public async Task A_contract_that_was_ended_early_holds_until_that_day()
    {
        Assert.Contains("ZD 7 8000", Products(await ReadAsync("PV22", new(2026, 8, 31))));
        Assert.DoesNotContain("ZD 7 8000", Products(await ReadAsync("PV22", new(2026, 9, 1))));
    }

    [Fact]
    public async Task Signed_and_ended_contracts_count_from_their_day()
    {
        await using var scope = drenthe.Host.Host.Services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<ContractReader>();
        async Task<(int, int, int)> OnAsync(DateOnly day)
        {
            var view = await reader.ReadAsync("PV22", day, CancellationToken.None);
            return (view.SignedCount, view.HoldingCount, view.TerminatedCount);
        }

        Assert.Equal((0, 3, 0), await OnAsync(new(2025, 12, 31)));
        Assert.Equal((2, 3, 0), await OnAsync(new(2026, 1, 31)));
        Assert.Equal((3, 3, 0), await OnAsync(new(2026, 2, 1)));
        Assert.Equal((3, 2, 1), await OnAsync(new(2026, 9, 1)));
    }

    [Fact]
    public async Task A_ceiling_stands_as_it_was_known_at_the_end_of_the_day()
    {
        var before = await ReadAsync("PV22", new(2026, 2, 28));
        var may = (await ReadAsync("PV22", new(2026, 5, 31))).Ceilings.Single(c => c.CeilingId == Id(ContractedDrenthe.Warned));
        var june = (await ReadAsync("PV22", new(2026, 6, 1))).Ceilings.Single(c => c.CeilingId == Id(ContractedDrenthe.Warned));

        Assert.DoesNotContain(before.Ceilings, c => c.CeilingId == Id(ContractedDrenthe.Warned));
        Assert.Equal(("active", 100_00, "10.0", false), (may.State, may.CountedCents, may.UsedPercent, may.MeetingOverdue));
        Assert.Equal(("warned", 709_99, "70.9", false), (june.State, june.CountedCents, june.UsedPercent, june.MeetingOverdue));
        Assert.True((await ReadAsync("PV22", new(2026, 6, 16))).Ceilings.Single(c => c.CeilingId == Id(ContractedDrenthe.Warned)).MeetingOverdue);
        Assert.Empty((await ReadAsync("PV22", new(2027, 1, 1))).Ceilings);
    }

    [Fact]
    public async Task A_contract_of_which_no_ceiling_is_known_is_named_and_an_unknown_provider_has_no_name()
    {
        var june = await ReadAsync("PV22", new(2026, 6, 30));

        Assert.Equal([Id(ContractedDrenthe.Changed), Id(ContractedDrenthe.Ended)], june.WithoutCeiling.Select(c => c.ContractId).Order());
        var orphan = june.Ceilings.Single(c => c.CeilingId == Id(ContractedDrenthe.Orphan));
        Assert.Equal(("", ""), (orphan.ProviderName, orphan.UsedPercent));
        Assert.Contains(june.ClientStops, s => s.ProviderName.Length == 0);
    }

    [Fact]
    public async Task A_client_stop_holds_in_its_period_and_for_its_product()
    {
        Assert.All((await ReadAsync("PV22", new(2026, 7, 31))).Products, p => Assert.True(p.ClientStop));
        Assert.DoesNotContain((await ReadAsync("PV22", new(2026, 8, 1))).Products, p => p.ClientStop);
        Assert.Equal(2, (await ReadAsync("PV22", new(2026, 8, 1))).ClientStops.Count);
    }

    [Fact]
    public async Task A_municipality_sees_what_is_bought_for_it_and_nothing_of_others()
    {
        var assen = new ContractOverviewService.ContractOverviewServiceClient(drenthe.Host.Invoker(TestTokens.For(Roles.ContractManager, "GM0106")));

        var own = (await assen.GetContractOverviewAsync(new() { AsOf = new DateOnly(2026, 6, 30).ToProto() })).Overview;
        Assert.Equal(("GM0106", "Assen"), (own.AreaId, own.AreaName));
        Assert.Equal(["NMD 7 9000"], Products(own));
        Assert.Empty(own.Ceilings);
        foreach (var other in new[] { "GM0114", "PV22", "GM9999" })
        {
            var refused = await Assert.ThrowsAsync<RpcException>(async () => await assen.GetContractOverviewAsync(new() { AreaId = other }));
            Assert.Equal((StatusCode.PermissionDenied, "OTHER_PARTY_DATA"), (refused.StatusCode, Refusals.Reason(refused)));
        }
    }

    [Fact]
    public async Task The_file_says_the_same()
    {
        using var call = Client.ExportContractOverview(new() { Format = ExportFormat.DutchCsv, AsOf = new DateOnly(2026, 6, 30).ToProto() });
        var text = new StringBuilder();
        await foreach (var part in call.ResponseStream.ReadAllAsync())
            text.Append(part.Chunk.ToStringUtf8());

        Assert.Contains("plafond;Yorneo;;;;;;;;;100000;70999;70,9;gewaarschuwd;2026-01-01;2027-01-01;", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("contract zonder plafond;Yorneo;", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("plafond;niet bekend;", text.ToString(), StringComparison.Ordinal);
    }

    private ContractOverviewService.ContractOverviewServiceClient Client => new(drenthe.Host.Invoker(TestTokens.For(Roles.Regiomanager)));

    private async Task<ContractOverview> ReadAsync(string area, DateOnly day) =>
        (await Client.GetContractOverviewAsync(new() { AreaId = area, AsOf = day.ToProto() })).Overview;

    private static IEnumerable<string> Products(ContractOverview overview) =>
        overview.Products.Select(p => $"{p.BuyerId} {p.Level} {p.LowestTariffCents}").Order(StringComparer.Ordinal);

    private static string Id(Guid id) => id.ToString("D");

    private static string Day(Common.V1.Date date) => $"{date.Year:0000}-{date.Month:00}-{date.Day:00}";
}
