using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing;
using Regio.Testing.Rpcs;
using Date = Regio.Common.V1.Date;
using Period = Regio.Common.V1.Period;

namespace Regio.Municipalities.Tests.Register;

/// <summary>Who has a role for a region, and counts of young people, as people keep them up to date; over real gRPC and PostgreSQL.</summary>
public sealed class RegionRoleTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task A_role_goes_from_one_municipality_to_another_on_a_day_and_what_was_known_before_stays_known()
    {
        // Published: Hoogeveen holds the money since 2019, with an open end.
        var before = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        await Refusals.IsRefusedAsync("REGION_ROLE_HELD", StatusCode.FailedPrecondition, () => RecordAsync(RegionRoleKind.Treasurer, "GM0114", 2027));
        await RecordAsync(RegionRoleKind.Treasurer, "GM0114", 2027, endsPrevious: true);

        await HasAsync(RegionRoleKind.Treasurer, "GM0114", 2027);
        await HasAsync(RegionRoleKind.Treasurer, "GM0118", 2026);
        var ended = (await host.Register.ListRegionRolesAsync(new() { RegionId = "JHRD", AsOf = Day(2026) })).Roles.Single(r => r.Kind == RegionRoleKind.Treasurer);
        Assert.Equal((Day(2027), DatePrecision.Day), (ended.Period.EndDate, ended.EndPrecision));
        var then = (await host.Register.ListRegionRolesAsync(new() { RegionId = "JHRD", AsOf = Day(2027), KnownAt = before })).Roles.Single(r => r.Kind == RegionRoleKind.Treasurer);
        Assert.Equal(("GM0118", null), (then.MunicipalityId, then.Period.EndDate));
    }

    [Fact]
    public async Task A_role_that_was_unknown_is_recorded_and_ends()
    {
        // Published: nobody is known to be the political contact since March 2022.
        await RecordAsync(RegionRoleKind.PoliticalContact, "GM1730", 2026);
        await HasAsync(RegionRoleKind.PoliticalContact, "GM1730", 2026);

        await host.Keeping.EndRegionRoleAsync(End(2028));

        await Eventually.Holds("the role ended", async () => (await RolesAsync(2028)).All(r => r.Kind != RegionRoleKind.PoliticalContact));
        await HasAsync(RegionRoleKind.PoliticalContact, "GM1730", 2027);
        await Refusals.IsRefusedAsync("REGION_ROLE_NOT_HELD", StatusCode.FailedPrecondition, async () => await host.Keeping.EndRegionRoleAsync(End(2029)));
        await Refusals.IsRefusedAsync("REGION_ROLE_OUTSIDE_REGION", StatusCode.FailedPrecondition, () => RecordAsync(RegionRoleKind.Purchaser, "GM1730", 2014));
        Assert.Equal(PostgresErrorCodes.ExclusionViolation, (await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync("""
            insert into region_role (region_id, kind, municipality_id, validity, start_precision, source_title, source_place, remark)
            values ('JHRD', 'PoliticalContact', 'GM0106', '[2027-01-01,)', 'Day', '', '', '')
            """))).SqlState);
    }

    [Fact]
    public async Task Of_two_who_record_a_role_at_once_one_is_told_who_has_it()
    {
        var outcomes = await Task.WhenAll(new[] { "GM0106", "GM1699" }.Select(async id =>
        {
            try
            {
                await host.Keeping.RecordRegionRoleAsync(Request(RegionRoleKind.Purchaser, id, 2030, endsPrevious: false, region: "NMD"));
                return "";
            }
            catch (RpcException refused)
            {
                return refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason;
            }
        }));

        Assert.Equal(["", "REGION_ROLE_HELD"], outcomes.Order(StringComparer.Ordinal));
        Assert.Equal(1, await host.Database.ScalarAsync<long>("select count(*) from region_role where region_id = 'NMD' and kind = 'Purchaser'"));
    }

    [Fact]
    public async Task A_count_of_a_later_year_is_known_from_its_day_and_a_correction_is_a_next_version()
    {
        await CountAsync("GM0106", 2025, 14_100);
        var before = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        await CountAsync("GM0106", 2025, 14_111);
        await CountAsync("GM0106", 2025, 14_111);

        await Eventually.Holds("the count is known", async () => (await YouthAsync("GM0106", 2025)).Persons == 14_111);
        Assert.Equal((14_385, 2021), ((await YouthAsync("GM0106", 2024)).Persons, (await YouthAsync("GM0106", 2024)).ReferenceDate.Year));
        Assert.Equal(14_100, (await YouthAsync("GM0106", 2025, before)).Persons);
        Assert.Equal(3, await host.Database.ScalarAsync<long>("select count(*) from municipality_version where municipality_id = 'GM0106'"));
        Assert.Equal(3, await host.Database.ScalarAsync<long>("select count(*) from outbox_message where message_type like '%MunicipalityRecorded%' and lane = 'GM0106'"));
        await Refusals.IsRefusedAsync("FACT_IN_THE_FUTURE", StatusCode.InvalidArgument, () => CountAsync("GM0106", 2090, 1));
    }

    [Fact]
    public async Task What_people_recorded_stays_when_the_published_facts_are_read_again()
    {
        await CountAsync("GM1680", 2021, 4_600);
        await RecordAsync(RegionRoleKind.CoordinatingMunicipality, "GM0119", 2029, endsPrevious: true);

        await using (await host.StartAsync())
        {
            await HasAsync(RegionRoleKind.CoordinatingMunicipality, "GM0119", 2029);
            Assert.Equal(4_600, (await YouthAsync("GM1680", 2022)).Persons);
        }
    }

    private static Date Day(int year) => new() { Year = year, Month = 1, Day = 1 };

    private static EndRegionRoleRequest End(int year) => new()
    {
        RequestId = GeneratedRequest.NewId(), RegionId = "JHRD", Kind = RegionRoleKind.PoliticalContact, EndDate = Day(year), EndPrecision = DatePrecision.Day,
    };

    private static RecordRegionRoleRequest Request(RegionRoleKind kind, string id, int year, bool endsPrevious, string region) => new()
    {
        RequestId = GeneratedRequest.NewId(),
        EndsPrevious = endsPrevious,
        Role = new()
        {
            RegionId = region, Kind = kind, MunicipalityId = id, Period = new Period { StartDate = Day(year) }, StartPrecision = DatePrecision.Day, Source = new() { Title = "Besluit van het ABO" },
        },
    };

    private async Task RecordAsync(RegionRoleKind kind, string id, int year, bool endsPrevious = false) =>
        await host.Keeping.RecordRegionRoleAsync(Request(kind, id, year, endsPrevious, "JHRD"));

    private async Task CountAsync(string id, int year, int persons) => await host.Keeping.RecordYouthCountAsync(new()
    {
        RequestId = GeneratedRequest.NewId(),
        MunicipalityId = id,
        YouthCount = new() { Persons = persons, ReferenceDate = Day(year), AgeLabel = "0 tot 18 jaar", Source = new() { Title = "CBS StatLine" } },
    });

    private async Task<IEnumerable<RegionRole>> RolesAsync(int year) => (await host.Register.ListRegionRolesAsync(new() { RegionId = "JHRD", AsOf = Day(year) })).Roles;

    private Task HasAsync(RegionRoleKind kind, string id, int year) => Eventually.Holds($"{id} is {kind} in {year}", async () =>
        (await RolesAsync(year)).Any(r => r.Kind == kind && r.MunicipalityId == id));

    private async Task<YouthCount> YouthAsync(string id, int year, Timestamp? knownAt = null) =>
        (await host.Register.GetMunicipalityAsync(new() { Id = id, AsOf = Day(year), KnownAt = knownAt })).Municipality.YouthCount;
}
