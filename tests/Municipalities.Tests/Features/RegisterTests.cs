using Regio.Common.V1;
using Regio.Municipalities.V1;

namespace Regio.Municipalities.Tests.Features;

public sealed class RegisterTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_municipality_comes_with_its_count_label_and_source()
    {
        var answer = await host.Register.GetMunicipalityAsync(new() { Id = "GM0114" }, cancellationToken: Ct);

        var municipality = answer.Municipality;
        Assert.Equal("Emmen", municipality.Name);
        Assert.Equal(20_251, municipality.YouthCount.Persons);
        Assert.Equal(Day(2021, 1, 1), municipality.YouthCount.ReferenceDate);
        Assert.Equal("0-18-jarigen", municipality.YouthCount.AgeLabel);
        Assert.Equal("Omarm de complexiteit, mei 2022", municipality.YouthCount.Source.Title);
        Assert.Equal("tabel 1, tekstregel 854", municipality.YouthCount.Source.Place);
    }

    [Fact]
    public async Task Before_its_reference_date_a_count_is_not_known()
    {
        var before = await host.Register.GetMunicipalityAsync(new() { Id = "GM0114", AsOf = Day(2020, 12, 31) }, cancellationToken: Ct);
        var on = await host.Register.GetMunicipalityAsync(new() { Id = "GM0114", AsOf = Day(2021, 1, 1) }, cancellationToken: Ct);

        Assert.Null(before.Municipality.YouthCount);
        Assert.Equal(20_251, on.Municipality.YouthCount.Persons);
    }

    [Fact]
    public async Task Members_are_listed_page_by_page_in_the_stored_order()
    {
        var ids = new List<string>();
        var request = new ListMunicipalitiesRequest { RegionId = "ZD", PageSize = 3 };
        do
        {
            var page = await host.Register.ListMunicipalitiesAsync(request, cancellationToken: Ct);
            Assert.InRange(page.Municipalities.Count, 1, 3);
            ids.AddRange(page.Municipalities.Select(m => m.Id));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(["GM1681", "GM0109", "GM1690", "GM0114", "GM0118", "GM0119", "GM1701"], ids);
    }

    [Theory]
    [InlineData(2014, 12, 31, "")]
    [InlineData(2015, 1, 1, "INKOOP-DRENTHE:12 JHRD:12 PV22:12")]
    [InlineData(2016, 12, 31, "INKOOP-DRENTHE:12 JHRD:12 PV22:12")]
    [InlineData(2017, 1, 1, "JHRD:12 NMD:5 PV22:12 ZD:7")]
    public async Task Memberships_are_those_of_the_day_that_is_asked(int year, int month, int day, string expected) =>
        Assert.Equal(expected, await CountsAsync(Day(year, month, day)));

    [Fact]
    public async Task Without_a_day_memberships_are_those_of_today() =>
        Assert.Equal("JHRD:12 NMD:5 PV22:12 ZD:7", await CountsAsync(asOf: null));

    [Fact]
    public async Task A_membership_names_its_period_kind_and_source()
    {
        var answer = await host.Register.ListMembershipsAsync(new() { MunicipalityId = "GM1730", RegionId = "NMD" }, cancellationToken: Ct);

        var membership = Assert.Single(answer.Memberships);
        Assert.Equal(Day(2017, 1, 1), membership.Period.StartDate);
        Assert.Null(membership.Period.EndDate);
        Assert.Equal(RegionKind.Procurement, membership.RegionKind);
        Assert.Contains("445-447", membership.Source.Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_is_listed_while_it_exists()
    {
        var before = await host.Register.ListRegionsAsync(new() { AsOf = Day(2016, 12, 31) }, cancellationToken: Ct);
        var after = await host.Register.ListRegionsAsync(new() { AsOf = Day(2017, 1, 1) }, cancellationToken: Ct);

        Assert.Equal(["INKOOP-DRENTHE", "JHRD", "PV22"], before.Regions.Select(r => r.Id));
        Assert.Equal(["JHRD", "NMD", "PV22", "ZD"], after.Regions.Select(r => r.Id));
        Assert.Equal(Day(2017, 1, 1), before.Regions[0].Period.EndDate);
    }

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    private async Task<string> CountsAsync(Date? asOf)
    {
        var answer = await host.Register.ListMembershipsAsync(new() { AsOf = asOf }, cancellationToken: Ct);
        return string.Join(' ', answer.Memberships.GroupBy(m => m.RegionId).Select(g => $"{g.Key}:{g.Count()}"));
    }
}
