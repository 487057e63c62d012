using Google.Rpc;
using Grpc.Core;
using Regio.Reporting.V1;
using Regio.Testing;

namespace Regio.Reporting.Tests.Monitor;

public sealed class GetMonitorTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    [Theory]
    [InlineData("ZD", 58_780, "61.9")]
    [InlineData("NMD", 38_756, "38.0")]
    [InlineData("PV22", 97_536, "99.9")]
    public async Task Regions_show_the_published_sums(string region, int youth, string percentage)
    {
        var monitor = await ReadAsync("");

        var row = Assert.Single(monitor.Regions, r => r.RegionId == region);
        Assert.Equal((youth, percentage), (row.Youth, row.KeyPercentage));
    }

    [Fact]
    public async Task A_municipality_shows_its_own_row_shares_and_no_regions()
    {
        var monitor = await ReadAsync("GM0114");

        Assert.Equal("Emmen", monitor.AreaName);
        Assert.Equal(20_251, Assert.Single(monitor.Municipalities).Youth);
        Assert.Empty(monitor.Regions);
        Assert.All(monitor.Allocations, a => Assert.Equal("GM0114", Assert.Single(a.Shares).MunicipalityId));
        Assert.Contains(monitor.Figures, f => f is { Indicator: "youth-care-use", AreaId: "PV22", Value: "11,8" });
    }

    [Fact]
    public async Task The_latest_allocations_come_first_and_as_many_as_asked()
    {
        var all = await ReadAsync("PV22");
        var one = (await drenthe.Host.Monitor.GetMonitorAsync(new() { MaxAllocations = 1 })).Monitor;
        var none = (await drenthe.Host.Monitor.GetMonitorAsync(new() { MaxAllocations = 0 })).Monitor;

        Assert.Equal(all.Allocations.OrderByDescending(a => a.AllocateTime), all.Allocations);
        Assert.Equal(all.Allocations[0], Assert.Single(one.Allocations));
        Assert.Empty(none.Allocations);
        Assert.Equal(all.AllocationTotal, none.AllocationTotal);
    }

    [Fact]
    public async Task Sums_pass_the_bounds_of_int64()
    {
        var monitor = await ReadAsync("GM1680");

        Assert.Equal("18446744073713210273", monitor.AllocationTotal.SumCents);
        Assert.Equal(3, monitor.AllocationTotal.Count);
        Assert.Equal(long.MaxValue, Assert.Single(monitor.Municipalities).AllocatedCents);
    }

    [Fact]
    public async Task An_allocation_counts_for_every_area_that_shares_in_it_and_for_no_other()
    {
        Assert.Equal(4, (await ReadAsync("PV22")).AllocationTotal.Count);
        Assert.Equal(2, (await ReadAsync("GM0106")).AllocationTotal.Count);
        Assert.Equal(1, (await ReadAsync("GM1701")).AllocationTotal.Count);
    }

    [Fact]
    public async Task Every_figure_names_its_source()
    {
        var monitor = await ReadAsync("PV22");

        Assert.NotEmpty(monitor.Figures);
        Assert.All(monitor.Figures, f => Assert.False(f.Source.Title.Length == 0 || f.Source.Place.Length == 0, f.Label));
        Assert.All(monitor.Municipalities, m => Assert.NotEqual("", m.Source.Title));
    }

    [Theory]
    [InlineData("GM9999", StatusCode.NotFound, "AREA_UNKNOWN")]
    [InlineData("PV20", StatusCode.NotFound, "AREA_UNKNOWN")]
    [InlineData("Drenthe", StatusCode.InvalidArgument, "INVALID_REQUEST")]
    [InlineData("GM0114'--", StatusCode.InvalidArgument, "INVALID_REQUEST")]
    public async Task An_area_that_is_none_is_refused(string areaId, StatusCode code, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => ReadAsync(areaId));

        Assert.Equal(code, refused.StatusCode);
        Assert.Equal(reason, refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal("area_id", Assert.Single(refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Field);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(501)]
    public async Task A_number_of_allocations_out_of_range_is_refused(int most)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await drenthe.Host.Monitor.GetMonitorAsync(new() { MaxAllocations = most }));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("max_allocations", Assert.Single(refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Field);
    }

    [Fact]
    public async Task Every_role_may_read_and_nobody_without_a_token()
    {
        foreach (var role in ServiceDefaults.Security.Roles.All)
        {
            var client = new MonitorService.MonitorServiceClient(drenthe.Host.Host.Invoker(TestTokens.For(role)));
            Assert.Equal("PV22", (await client.GetMonitorAsync(new())).Monitor.AreaId);
        }

        var anonymous = new MonitorService.MonitorServiceClient(drenthe.Host.Host.CreateChannel());
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await anonymous.GetMonitorAsync(new()));
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
    }

    private async Task<V1.Monitor> ReadAsync(string areaId) =>
        (await drenthe.Host.Monitor.GetMonitorAsync(new() { AreaId = areaId })).Monitor;
}
