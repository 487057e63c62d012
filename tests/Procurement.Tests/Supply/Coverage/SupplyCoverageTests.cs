using Grpc.Core;
using Regio.Common.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Supply.Coverage;

/// <summary>Where the region has supply of a level, and why not: of daytime care in a year that no other test contracts.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class SupplyCoverageTests(ProcurementHost host)
{
    private const int Daytime = 7;
    private const string Emmen = "GM0114";
    private const string Assen = "GM0106";

    private static readonly Date Day15June = Day(2022, 6, 15);

    private readonly SupplyService.SupplyServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    [Fact]
    public async Task A_level_is_covered_when_somebody_under_contract_for_the_municipality_takes_a_client_on_in_time()
    {
        Assert.Equal(SupplyGap.NoContract, (await CellAsync(Emmen)).Gap);

        var provider = await ContractedAsync("Accare");
        Assert.Equal((SupplyGap.NotReported, 1, 0), await CellAsync(Emmen) is var silent ? (silent.Gap, silent.ContractedCount, silent.ReportedCount) : default);
        Assert.DoesNotContain("daytime-care", (await CellAsync(Emmen)).MissingProductIds);

        await ReportAsync(provider, Day(2022, 4, 1), 30);
        Assert.Equal((SupplyGap.Stale, 1), await CellAsync(Emmen) is var stale ? (stale.Gap, stale.StaleCount) : default);

        await ReportAsync(provider, Day(2022, 6, 1), 120);
        var waiting = await CellAsync(Emmen);
        Assert.Equal((SupplyGap.Waiting, 120, 1), (waiting.Gap, waiting.ShortestWaitingDays, waiting.OverNormCount));

        await ReportAsync(await ContractedAsync("Yorneo"), Day(2022, 6, 1), 14);
        var covered = await CellAsync(Emmen);
        Assert.Equal((SupplyGap.None, 14, 2), (covered.Gap, covered.ShortestWaitingDays, covered.ContractedCount));
        Assert.Equal([("Accare", 120, false), ("Yorneo", 14, false)], covered.Parts.Select(part => (part.ProviderName, part.WaitingDays, part.Stale)));

        var other = await CellAsync(Assen);
        Assert.Equal((SupplyGap.NoContract, 0), (other.Gap, other.ContractedCount));
        Assert.Contains("daytime-care", other.MissingProductIds);
    }

    [Fact]
    public async Task Each_municipality_of_the_region_has_a_cell_of_each_level_and_what_it_buys_itself_is_no_gap_of_the_region()
    {
        var answer = await _rpcs.GetSupplyCoverageAsync(new() { RegionId = "NMD", AsOf = Day(2021, 3, 1) });

        Assert.Equal(
            from level in Enumerable.Range(1, 8) from municipality in (string[])[Assen, "GM1680", "GM1699", "GM1730", "GM1731"] select (level, municipality),
            answer.Cells.Select(cell => (cell.Level, cell.MunicipalityId)));
        Assert.All(answer.Cells.Where(cell => cell.Level == 1), cell => Assert.Equal(SupplyGap.Local, cell.Gap));
        Assert.All(answer.Cells, cell => Assert.Empty(cell.Parts));
        Assert.Equal((98, 31), (answer.WaitingNormDays, answer.StaleDays));
    }

    [Fact]
    public async Task A_region_that_does_not_exist_on_the_day_and_a_municipality_outside_of_it_are_refused()
    {
        var region = await Refused.ByAsync(async () => await _rpcs.GetSupplyCoverageAsync(new() { RegionId = "ZD", AsOf = Day(2016, 6, 1) }));
        var municipality = await Refused.ByAsync(async () => await _rpcs.GetSupplyCoverageAsync(new() { RegionId = "ZD", AsOf = Day15June, MunicipalityId = Assen }));

        Assert.Equal((StatusCode.NotFound, "REGION_UNKNOWN", "region_id"), (region.Code, region.Reason, Assert.Single(region.Fields)));
        Assert.Equal(
            (StatusCode.NotFound, "MUNICIPALITY_NOT_IN_REGION", "municipality_id"), (municipality.Code, municipality.Reason, Assert.Single(municipality.Fields)));
    }

    private async Task<SupplyCell> CellAsync(string municipality) =>
        (await _rpcs.GetSupplyCoverageAsync(new() { RegionId = "JHRD", AsOf = Day15June, MunicipalityId = municipality })).Cells.Single(cell => cell.Level == Daytime);

    private async Task<string> ContractedAsync(string name)
    {
        var request = await host.RequestAsync((await host.CreateProviderAsync(name)).Id);
        (request.Contract.Period, request.Contract.Lines[0]) = (Year(2022), Line("daytime-care", "ZD", 2022));
        await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
        return request.Contract.ProviderId;
    }

    private async Task ReportAsync(string provider, Date day, int waiting) => await _rpcs.RecordSupplyAsync(new()
    {
        RequestId = NewId(),
        Report = new SupplyReport { ProviderId = provider, ProductId = "daytime-care", MeasuredDate = day, WaitingDays = waiting },
    });
}
