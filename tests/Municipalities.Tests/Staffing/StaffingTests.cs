using Npgsql;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Staffing;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;
using Quarter = Regio.Municipalities.Staffing.Quarter;

namespace Regio.Municipalities.Tests.Staffing;

/// <summary>Staff that is owed by the key against what was supplied.</summary>
public sealed class StaffingTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public void Time_is_shared_out_to_the_minute()
    {
        var need = Need(new Quarter(2024, 1), 1000).SharedAmong([new Sharer("GM0106", "Assen", 18.3m, 1), new Sharer("GM0114", "Emmen", 24.7m, 2), new Sharer("GM0119", "Meppel", 6.9m, 3)]);
        Assert.Equal([367, 495, 138], need.Owed.Select(o => o.Minutes));
    }

    [Fact]
    public void What_a_quarter_leaves_goes_on_to_the_next()
    {
        Sharer[] one = [new("GM0106", "Assen", 1m, 1)];
        var needs = new[] { Need(new Quarter(2024, 1), 100).SharedAmong(one), Need(new Quarter(2024, 3), 50).SharedAmong(one) };
        var supplies = new[] { Supply(new Quarter(2024, 1), 80), Supply(new Quarter(2024, 2), 30) };

        var balance = StaffingBalance.Of(Quarter.Of(2024), needs, supplies, ["GM0114", "GM0106"]);

        Assert.Equal([(100L, 80L, -20L), (0L, 30L, 10L), (50L, 0L, -40L), (0L, 0L, -40L)], balance.Select(q => q.Standings.Single()).Select(s => (s.Owed, s.Supplied, s.Balance)));
    }

    [Fact]
    public async Task The_last_version_counts_and_the_earlier_ones_stay()
    {
        var quarter = new V1.Quarter { Year = 2022, Number = 2 };
        await host.Staffing.SetStaffingNeedAsync(Needing(quarter, 100_000));
        var set = (await host.Staffing.SetStaffingNeedAsync(Needing(quarter, 174_000))).Quarter;
        await host.Staffing.RecordStaffingAsync(Supplying(quarter, 60_000));
        Assert.Equal(2, (await host.Staffing.RecordStaffingAsync(Supplying(quarter, 50_000))).SupplyVersion);

        var read = (await host.Staffing.GetStaffingAsync(new() { RegionId = "JHRD", Year = 2022 })).Quarters;
        var hoogeveen = read[1].Shares.Single(s => s.MunicipalityId == "GM0118");

        Assert.Equal((2, 174_000), (set.NeedVersion, set.Shares.Sum(s => s.OwedMinutes)));
        Assert.Equal(12, read[1].Shares.Count);
        Assert.Equal((50_000, 50_000 - hoogeveen.OwedMinutes), (hoogeveen.SuppliedMinutes, hoogeveen.BalanceMinutes));
        Assert.Equal([0, hoogeveen.BalanceMinutes, hoogeveen.BalanceMinutes], new[] { 0, 2, 3 }.Select(i => read[i].Shares.Single(s => s.MunicipalityId == "GM0118").BalanceMinutes));
        Assert.Equal(100_000, await host.Database.ScalarAsync<long>("select sum(minutes)::bigint from staffing_owed where quarter_start = '2022-04-01' and version = 1"));
        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync("update staffing_supply set minutes = 1"));
        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync("insert into staffing_owed select region_id, quarter_start, version, 'GM0114', 1, 1 from staffing_owed where municipality_id = 'GM0106' on conflict do nothing; insert into staffing_need select region_id, '2022-05-01', 1, minutes, allocation_key_id, ground, recorded_at, recorded_by from staffing_need limit 1"));
    }

    public static SetStaffingNeedRequest Needing(V1.Quarter quarter, long minutes) =>
        new() { RequestId = GeneratedRequest.NewId(), RegionId = "JHRD", Quarter = quarter, NeededMinutes = minutes, Ground = "29 uur per week, samenwerkingsovereenkomst" };

    public static RecordStaffingRequest Supplying(V1.Quarter quarter, long minutes) =>
        new() { RequestId = GeneratedRequest.NewId(), RegionId = "JHRD", Quarter = quarter, MunicipalityId = "GM0118", SuppliedMinutes = minutes, Note = "coördinator en secretaris" };

    private static StaffingNeed Need(Quarter quarter, long minutes) => new()
    {
        RegionId = "JHRD", QuarterStart = quarter.Start, Version = 1, Minutes = minutes, AllocationKeyId = Guid.Empty, Ground = "g", RecordedAt = default, RecordedBy = "x",
    };

    private static StaffingSupply Supply(Quarter quarter, long minutes) => new()
    {
        RegionId = "JHRD", QuarterStart = quarter.Start, MunicipalityId = "GM0106", Version = 1, Minutes = minutes, Note = "n", RecordedAt = default, RecordedBy = "x",
    };
}
