using Regio.Reporting.Monitor;

namespace Regio.Reporting.Tests.Monitor;

public sealed class RegionSumsTests
{
    [Fact]
    public void A_sum_with_an_unknown_part_is_unknown()
    {
        var regions = RegionSums.Of("PV22", "Drenthe", [Row("GM0001", "ZD", 10), Row("GM0002", "ZD", youth: null), Row("GM0003", "NMD", 5)]);

        Assert.Equal([("NMD", 5), ("ZD", null), ("PV22", null)], regions.Select(r => (r.Id, r.Youth)));
    }

    [Fact]
    public void Without_municipalities_nothing_is_known() =>
        Assert.Equal([("PV22", null, null)], RegionSums.Of("PV22", "Drenthe", []).Select(r => (r.Id, r.Youth, r.KeyPercentage)));

    [Fact]
    public void A_municipality_without_procurement_region_counts_for_the_whole_alone()
    {
        var regions = RegionSums.Of("PV22", "Drenthe", [Row("GM0001", "", 10)]);

        Assert.Equal(("PV22", 10), regions.Select(r => (r.Id, r.Youth)).Single());
    }

    private static MunicipalityView Row(string id, string region, int? youth) => new()
    {
        Id = id,
        Name = id,
        ProcurementRegionId = region,
        ProcurementRegionName = region,
        Youth = youth,
        AgeLabel = "",
        ReferenceDate = null,
        Source = null,
        KeyPercentage = null,
        AllocatedCents = 0,
    };
}
