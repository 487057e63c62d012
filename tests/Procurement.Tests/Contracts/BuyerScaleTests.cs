using Regio.Municipalities.V1;
using Regio.Procurement.Contracts;
using Scale = Regio.Procurement.Catalogue.Scale;

namespace Regio.Procurement.Tests.Contracts;

/// <summary>Which scale a buyer stands for, by who is in it.</summary>
public sealed class BuyerScaleTests
{
    private static readonly string[] Drenthe = ["GM0106", "GM0114", "GM0109"];

    [Fact]
    public void A_municipality_buys_for_itself() =>
        Assert.Equal(Scale.Local, Buyers.ScaleOf("GM0106", [Member("GM0106", "NMD", RegionKind.Procurement)], Region("JHRD", RegionKind.YouthCare, Drenthe)));

    [Fact]
    public void A_part_of_the_municipalities_is_a_procurement_region() =>
        Assert.Equal(Scale.ProcurementRegion, Buyers.ScaleOf("ZD", Region("ZD", RegionKind.Procurement, "GM0114", "GM0109"), Region("JHRD", RegionKind.YouthCare, Drenthe)));

    [Fact]
    public void All_municipalities_together_buy_for_Drenthe() =>
        Assert.Equal(Scale.Drenthe, Buyers.ScaleOf("INKOOP-DRENTHE", Region("INKOOP-DRENTHE", RegionKind.Procurement, Drenthe), Region("JHRD", RegionKind.YouthCare, Drenthe)));

    [Theory]
    [InlineData(RegionKind.YouthCare)]
    [InlineData(RegionKind.Province)]
    public void The_youth_care_region_and_the_province_buy_for_Drenthe(RegionKind kind) =>
        Assert.Equal(Scale.Drenthe, Buyers.ScaleOf("PV22", Region("PV22", kind, Drenthe), Region("JHRD", RegionKind.YouthCare, Drenthe)));

    [Fact]
    public void Who_has_no_members_does_not_exist() => Assert.Null(Buyers.ScaleOf("ZD", [], Region("JHRD", RegionKind.YouthCare, Drenthe)));

    private static List<Membership> Region(string id, RegionKind kind, params string[] members) => [.. members.Select(m => Member(m, id, kind))];

    private static Membership Member(string municipality, string region, RegionKind kind) =>
        new() { MunicipalityId = municipality, RegionId = region, RegionKind = kind };
}
