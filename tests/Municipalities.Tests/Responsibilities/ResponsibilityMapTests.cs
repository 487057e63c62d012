using Regio.Municipalities.Responsibilities;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Responsibilities;

public sealed class ResponsibilityMapTests
{
    private static readonly ResponsibilityTopic Waiting = new()
    {
        Id = "JHRD:wachttijden", RegionId = "JHRD", Code = "wachttijden", Title = "Wachttijden", RequiredRoles = [ResponsibilityRole.Decides, ResponsibilityRole.Executes],
    };

    private static readonly MapMember[] Members = [new("GM0106", "NMD"), new("GM0114", "ZD"), new("GM0118", "ZD")];

    [Fact]
    public void A_required_role_that_nobody_has_is_a_gap()
    {
        var map = Of(Role(ResponsibilityRole.Decides, ResponsibilityScale.YouthCareRegion, "JHRD:ABO"));

        var gap = Assert.Single(map.Gaps);
        Assert.Equal(ResponsibilityRole.Executes, gap.Role);
        Assert.Empty(gap.MunicipalityIds);
    }

    [Fact]
    public void What_each_municipality_does_for_itself_is_a_gap_where_one_does_not()
    {
        var map = Of(
            Role(ResponsibilityRole.Decides, ResponsibilityScale.YouthCareRegion, "JHRD:ABO"),
            Role(ResponsibilityRole.Executes, ResponsibilityScale.Local, "GM0106:executive"),
            Role(ResponsibilityRole.Executes, ResponsibilityScale.Local, "GM0118:executive"));

        Assert.Equal(["GM0114"], Assert.Single(map.Gaps).MunicipalityIds);
        Assert.Empty(map.Doubles);
    }

    [Fact]
    public void A_procurement_region_acts_for_its_members()
    {
        var map = Of(
            Role(ResponsibilityRole.Decides, ResponsibilityScale.ProcurementRegion, "ZD:ABO"),
            Role(ResponsibilityRole.Executes, ResponsibilityScale.ProcurementRegion, "ZD:ABO"),
            Role(ResponsibilityRole.Executes, ResponsibilityScale.ProcurementRegion, "NMD:ABO"));

        Assert.Equal(["GM0106"], Assert.Single(map.Gaps).MunicipalityIds);
        Assert.Empty(map.Doubles);
    }

    [Fact]
    public void Two_who_decide_on_one_scale_are_a_double()
    {
        var map = Of(
            Role(ResponsibilityRole.Decides, ResponsibilityScale.YouthCareRegion, "JHRD:ABO"),
            Role(ResponsibilityRole.Decides, ResponsibilityScale.YouthCareRegion, "ZD:ABO"),
            Role(ResponsibilityRole.Decides, ResponsibilityScale.Local, "GM0106:council"),
            Role(ResponsibilityRole.Executes, ResponsibilityScale.National, "JHRD:ABO"));

        var twice = Assert.Single(map.Doubles);
        Assert.Equal((ResponsibilityRole.Decides, ResponsibilityScale.YouthCareRegion), (twice.Role, twice.Scale));
        Assert.Equal(["JHRD:ABO", "ZD:ABO"], twice.BodyIds);
        Assert.True(map.HasFindings);
    }

    [Fact]
    public void Many_may_advise_and_be_informed()
    {
        var map = Of(
            Role(ResponsibilityRole.Decides, ResponsibilityScale.YouthCareRegion, "JHRD:ABO"),
            Role(ResponsibilityRole.Executes, ResponsibilityScale.YouthCareRegion, "JHRD:ABO"),
            Role(ResponsibilityRole.Advises, ResponsibilityScale.YouthCareRegion, "JHRD:ABO"),
            Role(ResponsibilityRole.Advises, ResponsibilityScale.YouthCareRegion, "ZD:ABO"));

        Assert.False(map.HasFindings);
    }

    [Fact]
    public void A_responsibility_ends_once()
    {
        var role = Role(ResponsibilityRole.Decides, ResponsibilityScale.YouthCareRegion, "JHRD:ABO");
        role.End(new DateOnly(2022, 1, 1));

        Assert.Equal(ResponsibilityRules.Ended, Assert.Throws<DomainException>(() => role.End(new DateOnly(2023, 1, 1))).Rule);
    }

    private static TopicOnDay Of(params Responsibility[] responsibilities) => ResponsibilityMap.Of(Waiting, responsibilities, Members);

    private static Responsibility Role(ResponsibilityRole role, ResponsibilityScale scale, string body) => new()
    {
        Id = Guid.CreateVersion7(),
        TopicId = Waiting.Id,
        BodyId = body,
        Scale = scale,
        Role = role,
        Validity = new Validity(new DateOnly(2020, 1, 1), null),
        Source = new Source("Overeenkomst", ""),
        RecordedAt = DateTimeOffset.UnixEpoch,
        RecordedBy = "test",
    };
}
