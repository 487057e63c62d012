using Regio.Municipalities.ReferenceData;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Register;

/// <summary>The reference data against the sums that the sources publish beside them.</summary>
public sealed class PublishedFactsTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("ZD", 58_780, 61.9)]
    [InlineData("NMD", 38_756, 38.0)]
    [InlineData("JHRD", 97_536, 99.9)]
    [InlineData("PV22", 97_536, 99.9)]
    public void Youth_and_key_add_up_to_the_published_sums(string region, int youth, double percentage)
    {
        var members = Members(region, Today);
        var key = PublishedFacts.Keys().Single().Percentages.ToDictionary(p => p.MunicipalityId, p => p.Percentage);

        Assert.Equal(youth, members.Sum(id => PublishedFacts.Municipalities()[id].YouthCounts.Single().Persons));
        Assert.Equal((decimal)percentage, members.Sum(id => key[id]));
    }

    [Theory]
    [InlineData("2014-12-31", 0, 0, 0)]
    [InlineData("2015-01-01", 12, 0, 0)]
    [InlineData("2016-12-31", 12, 0, 0)]
    [InlineData("2017-01-01", 0, 5, 7)]
    [InlineData("2026-11-22", 0, 5, 7)]
    public void Procurement_was_one_organisation_until_2017_and_two_regions_since(string day, int one, int nmd, int zd)
    {
        var asOf = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal((one, nmd, zd), (Members("INKOOP-DRENTHE", asOf).Count, Members("NMD", asOf).Count, Members("ZD", asOf).Count));
    }

    [Fact]
    public void On_every_day_since_2015_each_municipality_has_one_procurement_organisation()
    {
        for (var day = new DateOnly(2015, 1, 1); day <= Today; day = day.AddDays(1))
        {
            Assert.All(PublishedFacts.Municipalities().Values, facts =>
                Assert.Single(facts.Memberships, m => m.RegionKind == RegionKind.Procurement && m.Validity.Contains(day)));
        }
    }

    [Fact]
    public void The_youth_care_region_is_the_union_of_the_procurement_regions()
    {
        Assert.Equal(Members("JHRD", Today).Order(), Members("NMD", Today).Concat(Members("ZD", Today)).Order());
    }

    [Fact]
    public void Every_fact_names_its_source_and_place()
    {
        var sources = PublishedFacts.Municipalities().Values
            .SelectMany(f => f.YouthCounts.Select(c => c.Source).Concat(f.Memberships.Select(m => m.Source)).Append(f.Source))
            .Concat(PublishedFacts.Regions().Select(r => r.Source))
            .Concat(PublishedFacts.Keys().SelectMany(k => k.Percentages.Select(p => p.Source).Append(k.Source)))
            .Concat(PublishedFacts.Claims().Select(c => new Source(c.SourceTitle, c.SourcePlace)));

        Assert.All(sources, s => Assert.False(string.IsNullOrWhiteSpace(s.Title) || string.IsNullOrWhiteSpace(s.Place)));
    }

    [Fact]
    public void Sources_that_contradict_each_other_are_both_kept_and_one_is_followed()
    {
        var claims = PublishedFacts.Claims().Where(c => c.Topic == "split-of-procurement").ToList();

        Assert.Equal(["2017-01-01", "2018"], claims.Select(c => c.Value).Order());
        Assert.Equal("2017-01-01", Assert.Single(claims, c => c.Followed).Value);
    }

    private static List<string> Members(string region, DateOnly day) =>
    [
        .. PublishedFacts.Municipalities()
            .Where(pair => pair.Value.Memberships.Any(m => m.RegionId == region && m.Validity.Contains(day)))
            .Select(pair => pair.Key),
    ];
}
