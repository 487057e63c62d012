using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;
using Date = Regio.Common.V1.Date;
using Period = Regio.Common.V1.Period;

namespace Regio.Municipalities.Tests.Register;

/// <summary>Municipalities that go over to another region, at once or for part of their care first.</summary>
public sealed class MembershipFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task In_a_transition_new_care_is_bought_by_the_new_region_and_running_care_by_the_old_one()
    {
        await RecordAsync("GM1730", "ZD", Day(2027), m => m.Care = MembershipCare.New);
        await RecordAsync("GM1730", "ZD", Day(2027), m => m.ProductGroup = "45");

        await BuysThroughAsync("NMD", "GM1730", 2027);
        await BuysThroughAsync("NMD", "GM1730", 2027, care: MembershipCare.Running);
        await BuysThroughAsync("ZD", "GM1730", 2027, care: MembershipCare.New);
        await BuysThroughAsync("ZD", "GM1730", 2027, "45", MembershipCare.Running);
        await BuysThroughAsync("NMD", "GM1730", 2026, "45", MembershipCare.New);
        Assert.Equal(5, (await host.Register.ListMembershipsAsync(new() { RegionId = "NMD", AsOf = Day(2027) })).Memberships.Count);
        Assert.Equal(3, (await host.Register.ListMembershipsAsync(new() { MunicipalityId = "GM1730", AsOf = Day(2027), Exceptions = true }))
            .Memberships.Count(m => m.RegionKind == RegionKind.Procurement));
    }

    [Fact]
    public async Task A_municipality_that_goes_over_leaves_on_the_day_it_joins_and_what_was_known_before_stays_known()
    {
        var before = await host.Database.ScalarAsync<DateTime>("select recorded_at from municipality_version where municipality_id = 'GM1701' and version = 1");
        await RecordAsync("GM1701", "NMD", Day(2028), endsPrevious: true);

        await BuysThroughAsync("ZD", "GM1701", 2027);
        await BuysThroughAsync("NMD", "GM1701", 2028);
        var then = await host.Register.ListMembershipsAsync(new() { MunicipalityId = "GM1701", AsOf = Day(2028), KnownAt = Timestamp.FromDateTime(before) });
        Assert.Contains(then.Memberships, m => m.RegionId == "ZD");
        Assert.Equal(1, await host.Database.ScalarAsync<long>(
            "select count(*) from outbox_message where message_type like '%MembershipChanged%' and lane = 'GM1701'"));
        Assert.Equal(2, await host.Database.ScalarAsync<long>(
            "select count(*) from outbox_message where message_type like '%MunicipalityRecorded%' and lane = 'GM1701'"));
    }

    [Fact]
    public async Task What_was_recorded_outlives_a_restart_that_loads_the_published_facts_again()
    {
        await RecordAsync("GM1690", "NMD", Day(2029), endsPrevious: true);

        await using var again = await host.StartAsync();
        var register = new MunicipalityService.MunicipalityServiceClient(again.CreateChannel(TestTokens.For(Roles.Finance)));
        var answer = await register.ListMembershipsAsync(new() { MunicipalityId = "GM1690", AsOf = Day(2029) });

        Assert.Contains(answer.Memberships, m => m.RegionId == "NMD");
    }

    [Fact]
    public async Task Overlapping_memberships_are_refused_and_nothing_changes()
    {
        var before = await CountAsync();

        await Refusals.IsRefusedAsync("MEMBERSHIP_OVERLAPS", StatusCode.FailedPrecondition, () => RecordAsync("GM0106", "ZD", Day(2027)));
        // Two of the same product group and care, the first of which is there.
        await RecordAsync("GM0106", "ZD", Day(2027), m => m.ProductGroup = "46");
        await Refusals.IsRefusedAsync("MEMBERSHIP_OVERLAPS", StatusCode.FailedPrecondition, () => RecordAsync("GM0106", "NMD", Day(2028), m => m.ProductGroup = "46"));

        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task Two_who_move_a_municipality_at_once_leave_it_in_one_region()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await RecordAsync("GM1699", "ZD", Day(2030), endsPrevious: true);
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));

        Assert.Equal([StatusCode.OK, StatusCode.FailedPrecondition], answers.Order());
        await BuysThroughAsync("ZD", "GM1699", 2030);
    }

    [Fact]
    public async Task What_no_region_can_take_is_refused_with_its_rule()
    {
        await Refusals.IsRefusedAsync("MEMBERSHIP_OUTSIDE_REGION", StatusCode.FailedPrecondition, () => RecordAsync("GM0106", "INKOOP-DRENTHE", Day(2016), endsPrevious: true));
        await Refusals.IsRefusedAsync("MEMBERSHIP_NOT_DIVIDED", StatusCode.FailedPrecondition, () => RecordAsync("GM0106", "JHRD", Day(2016), m => m.Care = MembershipCare.New));
        await Refusals.IsRefusedAsync("MEMBERSHIP_NOT_RUNNING", StatusCode.FailedPrecondition, () => EndAsync("GM0106", "ZD", Day(2027)));
    }

    [Fact]
    public async Task A_membership_ends_the_day_before_its_end_date()
    {
        await EndAsync("GM0119", "ZD", Day(2027));

        await BuysThroughAsync("", "GM0119", 2027);
        await BuysThroughAsync("ZD", "GM0119", 2026);
    }

    [Fact]
    public async Task The_database_keeps_a_youth_care_region_whole() =>
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync("""
            insert into membership (municipality_id, region_id, region_kind, validity, remark, source_title, source_place, product_group)
            values ('GM0106', 'JHRD', 'YouthCare', '[2010-01-01,2011-01-01)', '', '', '', '45')
            """))).SqlState);

    private static Date Day(int year) => new() { Year = year, Month = 1, Day = 1 };

    private async Task RecordAsync(string municipality, string region, Date from, Action<Membership>? with = null, bool endsPrevious = false)
    {
        var membership = new Membership
        {
            MunicipalityId = municipality, RegionId = region, Period = new Period { StartDate = from }, Source = new() { Title = "Besluit van de raad" },
        };
        with?.Invoke(membership);
        await host.Keeping.RecordMembershipAsync(new() { RequestId = GeneratedRequest.NewId(), Membership = membership, EndsPrevious = endsPrevious });
    }

    private async Task EndAsync(string municipality, string region, Date end) => await host.Keeping.EndMembershipAsync(
        new() { RequestId = GeneratedRequest.NewId(), MunicipalityId = municipality, RegionId = region, EndDate = end });

    /// <summary>Holds once the change has been heard.</summary>
    private Task BuysThroughAsync(
        string region, string municipality, int year, string productGroup = "", MembershipCare care = MembershipCare.Unspecified) =>
        Eventually.Holds($"{municipality} buys through {region} in {year}", async () =>
        {
            var key = new MembershipKey { MunicipalityId = municipality, AsOf = Day(year), ProductGroup = productGroup, Care = care };
            var answer = await host.Register.BatchGetMembershipsAsync(new() { Keys = { key } });
            return (answer.Results[0].Memberships.SingleOrDefault(m => m.RegionKind == RegionKind.Procurement)?.RegionId ?? "") == region;
        });

    private Task<long> CountAsync() => host.Database.ScalarAsync<long>("select count(*) from membership where municipality_id = 'GM0106'");
}
