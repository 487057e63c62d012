using Grpc.Core;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing;
using Regio.Testing.Rpcs;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.Register;

/// <summary>Regions that are registered, over real gRPC and PostgreSQL.</summary>
public sealed class RegionFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task Two_procurement_regions_go_over_into_an_organisation_that_is_registered_first()
    {
        await Refusals.IsRefusedAsync("REGION_UNKNOWN", StatusCode.NotFound, () => JoinAsync("GM0106"));
        Assert.Equal(RegionKind.Procurement, (await RegisterAsync("IOD")).Kind);
        // What is registered comes into the register by way of the database.
        await Eventually.Holds("the register has heard of it", async () => (await host.Register.ListRegionsAsync(new() { AsOf = Day(2031) })).Regions.Any(region => region.Id == "IOD"));

        await JoinAsync("GM0106");
        await JoinAsync("GM0114");

        Assert.DoesNotContain((await host.Register.ListRegionsAsync(new() { AsOf = Day(2029) })).Regions, region => region.Id == "IOD");
        await Eventually.Holds("both belong to it", async () =>
            (await host.Register.ListMembershipsAsync(new() { RegionId = "IOD", AsOf = Day(2031) })).Memberships.Select(m => m.MunicipalityId).SequenceEqual(["GM0106", "GM0114"]));
        Assert.Equal("NMD", (await host.Register.ListMembershipsAsync(new() { MunicipalityId = "GM0106", AsOf = Day(2029) })).Memberships.Single(m => m.RegionKind == RegionKind.Procurement).RegionId);
        await Refusals.IsRefusedAsync("REGION_KNOWN", StatusCode.AlreadyExists, () => RegisterAsync("IOD"));
        await Refusals.IsRefusedAsync("REGION_KNOWN", StatusCode.AlreadyExists, () => RegisterAsync("NMD"));
        await Refusals.IsRefusedAsync("INVALID_REQUEST", StatusCode.InvalidArgument, () => RegisterAsync("GM0199"));
    }

    private static Date Day(int year) => new() { Year = year, Month = 1, Day = 1 };

    private async Task<Region> RegisterAsync(string id) => (await host.Keeping.RegisterRegionAsync(new()
    {
        RequestId = GeneratedRequest.NewId(),
        Region = new() { Id = id, Name = "Inkooporganisatie Drenthe", Kind = RegionKind.Procurement, Period = new() { StartDate = Day(2030) } },
        Source = new() { Title = "Gemeenschappelijke regeling", Place = "artikel 3" },
    })).Region;

    private async Task JoinAsync(string municipality) => await host.Keeping.RecordMembershipAsync(new()
    {
        RequestId = GeneratedRequest.NewId(),
        Membership = new() { MunicipalityId = municipality, RegionId = "IOD", Period = new() { StartDate = Day(2030) }, Source = new() { Title = "Besluit" } },
        EndsPrevious = true,
    });
}
