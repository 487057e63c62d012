using Regio.Municipalities.ReferenceData;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Register;

public sealed class MunicipalityTests
{
    private static readonly MunicipalityFacts Assen = PublishedFacts.Municipalities()["GM0106"];

    [Fact]
    public void The_same_facts_twice_make_one_version()
    {
        var municipality = Municipality.Register("GM0106");

        Assert.True(municipality.Record(Assen));
        Assert.False(municipality.Record(Assen with { YouthCounts = [.. Assen.YouthCounts.Select(c => c with { })] }));
        Assert.Equal(1, municipality.Version);
    }

    [Fact]
    public void A_corrected_fact_makes_a_new_version()
    {
        var municipality = Municipality.Register("GM0106");
        municipality.Record(Assen);

        Assert.True(municipality.Record(Assen with { YouthCounts = [.. Assen.YouthCounts.Select(c => c with { Persons = 14_386 })] }));
        Assert.Equal(2, municipality.Version);
        Assert.Equal(14_386, Assert.Single(municipality.YouthCounts).Persons);
    }

    [Fact]
    public void A_municipality_belongs_to_one_region_of_a_kind_on_a_day()
    {
        var second = Assen.Memberships.Single(m => m.RegionId == "NMD") with { RegionId = "ZD" };

        var refused = Assert.Throws<DomainException>(() =>
            Municipality.Register("GM0106").Record(Assen with { Memberships = [.. Assen.Memberships, second] }));

        Assert.Equal(RegisterRules.MembershipOverlaps, refused.Rule);
    }

    [Theory]
    [InlineData("0106")]
    [InlineData("GM106")]
    [InlineData("gm0106")]
    [InlineData("GM01066")]
    [InlineData("GM0106\n")]
    [InlineData("GM٠١٠٦")]
    public void An_id_of_another_form_is_refused(string id) =>
        Assert.Equal(RegisterRules.MunicipalityIdMalformed, Assert.Throws<DomainException>(() => Municipality.Register(id)).Rule);

    [Theory]
    [InlineData("2017-01-01", null, "2016-12-31", false)]
    [InlineData("2017-01-01", null, "2017-01-01", true)]
    [InlineData("2015-01-01", "2017-01-01", "2016-12-31", true)]
    [InlineData("2015-01-01", "2017-01-01", "2017-01-01", false)]
    public void The_end_of_a_period_does_not_belong_to_it(string from, string? until, string day, bool belongs) =>
        Assert.Equal(belongs, new Validity(Day(from), until is null ? null : Day(until)).Contains(Day(day)));

    [Fact]
    public void A_period_ends_after_it_begins() =>
        Assert.Throws<ArgumentException>(() => new Validity(Day("2017-01-01"), Day("2017-01-01")));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
