namespace Regio.Reporting.Tests.Monitor;

public sealed class ContractsAndCasesTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    [Fact]
    public async Task The_region_shows_the_lines_that_hold_of_every_buyer()
    {
        var contracts = (await ReadAsync("PV22")).Contracts;

        Assert.Equal((2, 2, 0), (contracts.Signed, contracts.Holding, contracts.Terminated));
        Assert.Equal(["GM0114 8", "NMD 7", "ZD 8"], contracts.Rows.Select(r => $"{r.BuyerId} {r.Level}"));
        var shared = contracts.Rows.Single(r => r.BuyerId == "ZD");
        Assert.Equal(("Zuid-Drenthe", 2, 1, 2, 0), (shared.BuyerName, shared.Contracts, shared.Providers, shared.Lines, shared.Exceptions));
        Assert.Equal((250_00, 275_50), (shared.LowestTariffCents, shared.HighestTariffCents));
        Assert.Equal(1, contracts.Rows.Single(r => r.BuyerId == "GM0114").Exceptions);
    }

    [Fact]
    public async Task A_municipality_shows_its_own_lines_and_those_of_its_regions()
    {
        Assert.Equal(["GM0114", "ZD"], (await ReadAsync("GM0114")).Contracts.Rows.Select(r => r.BuyerId));
        Assert.Equal(["NMD"], (await ReadAsync("GM0106")).Contracts.Rows.Select(r => r.BuyerId));
    }

    [Fact]
    public async Task Cases_are_counted_by_state_for_the_region_alone()
    {
        var cases = (await ReadAsync("PV22")).Cases;

        Assert.Equal(28, cases.Total);
        Assert.Equal(["registered", "returned", "accepted", "scheduled", "advised", "decided"], cases.States.Select(s => s.State));
        Assert.Equal((14, false), (cases.States[2].Count, cases.States[2].Hidden));
        Assert.Equal((0, true), (cases.States[5].Count, cases.States[5].Hidden));
    }

    [Fact]
    public async Task A_municipality_shows_its_number_of_cases_only_when_it_is_not_small()
    {
        var assen = (await ReadAsync("GM0106")).Cases;
        var emmen = (await ReadAsync("GM0114")).Cases;

        Assert.Equal((true, 7L), (assen.HasTotal, assen.Total));
        Assert.False(emmen.HasTotal);
        Assert.Empty(assen.States);
    }

    private async Task<V1.Monitor> ReadAsync(string areaId) =>
        (await drenthe.Host.Monitor.GetMonitorAsync(new() { AreaId = areaId })).Monitor;
}
