using Regio.Municipalities.Costs;
using Regio.Municipalities.ReferenceData;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Register;

/// <summary>What is known of young people and of roles for the region on both sides of a merger.</summary>
public sealed class MergedFactsTests
{
    private const string AaEnHunze = "GM1680";
    private const string Hoogeveen = "GM0118";
    private const string Meppel = "GM0119";
    private const string DeWolden = "GM1690";
    private const string Reestdal = "GM9001";

    private static readonly DateOnly From = new(2030, 1, 1);
    private static readonly DateOnly Before = new(2029, 12, 31);
    private static readonly DateOnly Counted = new(2021, 1, 1);
    private static readonly Source Law = new("Herindelingswet", "");

    private readonly Dictionary<string, Municipality> _municipalities = PublishedFacts.Municipalities().ToDictionary(pair => pair.Key, pair => Recorded(pair.Key, pair.Value));

    [Fact]
    public void A_new_municipality_has_the_young_people_of_those_that_went_over_into_it()
    {
        Merge(Reestdal, Meppel, DeWolden);

        var youth = Youth(Reestdal, From)!;
        Assert.Equal((7_269 + 4_830, Counted), (youth.Persons, youth.ReferenceDate));
        Assert.Equal([(DeWolden, 4_830), (Meppel, 7_269)], youth.Parts.Select(p => (p.Municipality.Id, p.Count.Persons)));
        Assert.Equal(_municipalities[Meppel].CountOn(Counted)!.Source.Title, youth.Source.Title);
        Assert.Equal(youth.Source.Place.Split("; "), youth.Parts.Select(p => p.Count.Source.Place));
        Assert.Null(Youth(Reestdal, Before));
        Assert.Equal((7_269, 0), (Youth(Meppel, Before)!.Persons, Youth(Meppel, Before)!.Parts.Count));
        Assert.Null(Youth(Meppel, From));
    }

    [Fact]
    public void A_municipality_that_goes_on_has_its_own_and_theirs_from_that_day()
    {
        Merge(Hoogeveen, Meppel);

        Assert.Equal(11_706, Youth(Hoogeveen, Before)!.Persons);
        Assert.Equal(11_706 + 7_269, Youth(Hoogeveen, From)!.Persons);
    }

    [Fact]
    public void A_count_of_after_the_merger_goes_before_the_sum()
    {
        Merge(Hoogeveen, Meppel);
        Count(Hoogeveen, From.AddYears(1), 18_500);

        var youth = Youth(Hoogeveen, From.AddYears(1))!;
        Assert.Equal((18_500, 0), (youth.Persons, youth.Parts.Count));
        Assert.Equal(11_706 + 7_269, Youth(Hoogeveen, From.AddYears(1).AddDays(-1))!.Persons);
    }

    [Fact]
    public void What_is_published_for_a_new_municipality_about_a_day_before_it_goes_before_the_sum()
    {
        Merge(Reestdal, Meppel, DeWolden);
        Count(Reestdal, Counted, 12_000);

        Assert.Equal((12_000, 0), (Youth(Reestdal, From)!.Persons, Youth(Reestdal, From)!.Parts.Count));
    }

    [Fact]
    public void A_sum_with_one_that_is_not_known_is_not_made_and_an_earlier_complete_one_is()
    {
        Merge(Reestdal, Meppel, DeWolden);
        Count(Meppel, new(2028, 1, 1), 7_000);

        Assert.Equal((7_269 + 4_830, Counted), (Youth(Reestdal, From)!.Persons, Youth(Reestdal, From)!.ReferenceDate));
    }

    [Fact]
    public void Different_age_groups_are_not_added_up()
    {
        Merge(Reestdal, Meppel, DeWolden);
        Count(Meppel, new(2028, 1, 1), 7_000, "0 tot 18 jaar");
        Count(DeWolden, new(2028, 1, 1), 4_500, "0 tot 23 jaar");

        Assert.Equal(Counted, Youth(Reestdal, From)!.ReferenceDate);
    }

    [Fact]
    public void Mergers_one_after_the_other_add_up_what_was_there_on_the_day_counted()
    {
        Merge(Reestdal, Meppel, DeWolden);
        Count(Reestdal, new(2031, 1, 1), 12_345);
        Count(Hoogeveen, new(2031, 1, 1), 11_000);
        _municipalities[Reestdal].GoOver(Hoogeveen, new(2032, 1, 1), "id");

        var youth = Youth(Hoogeveen, new(2032, 1, 1))!;
        Assert.Equal((12_345 + 11_000, new DateOnly(2031, 1, 1)), (youth.Persons, youth.ReferenceDate));
        var older = Register().YouthOf(_municipalities[Hoogeveen], new(2032, 1, 1), counted: new(2030, 12, 31))!;
        Assert.Equal((7_269 + 4_830 + 11_706, 3), (older.Persons, older.Parts.Count));
    }

    [Fact]
    public void On_both_sides_of_a_merger_the_region_has_as_many_young_people()
    {
        Merge(Reestdal, Meppel, DeWolden);
        Merge(Hoogeveen, AaEnHunze);

        Assert.Equal(97_536, All(Before));
        Assert.Equal(97_536, All(From));

        int All(DateOnly day) => Register().MembersOn("JHRD", day).Sum(id => Youth(id, day)!.Persons);
    }

    [Fact]
    public void A_what_if_by_young_people_weighs_the_municipalities_of_the_day()
    {
        Merge(Reestdal, Meppel, DeWolden);

        Assert.Equal(7_269 + 4_830, Assert.Single(Sharing.ByYouth(Register(), [Reestdal], From, counted: Counted)).Percentage);
        Assert.Equal(RegisterRules.MunicipalityEnded, Assert.Throws<DomainException>(() => Sharing.ByYouth(Register(), [Meppel], From, counted: Counted)).Rule);
        Assert.Equal(CostRules.YouthCountUnknown, Assert.Throws<DomainException>(() => Sharing.ByYouth(Register(), [Reestdal], Before, counted: Counted)).Rule);
    }

    [Fact]
    public void The_coordinating_role_goes_over_to_the_successor_on_the_day()
    {
        Merge(Reestdal, Hoogeveen, Meppel);

        var before = Role(RegionRoleKind.CoordinatingMunicipality, Before);
        var after = Role(RegionRoleKind.CoordinatingMunicipality, From);
        Assert.Equal((Hoogeveen, From, DatePrecision.Day, false), (before.Holder.Id, before.Validity.Until, before.EndPrecision, before.IsVacant));
        Assert.Equal((Reestdal, Hoogeveen, From, null), (after.Holder.Id, after.Predecessor!.Id, after.Validity.From, after.Validity.Until));
        Assert.Equal((DatePrecision.Day, null, false), (after.StartPrecision, after.EndPrecision, after.IsVacant));
        Assert.Equal(Reestdal, Role(RegionRoleKind.Treasurer, From).Holder.Id);
    }

    [Fact]
    public void A_role_goes_over_once_more_when_the_successor_merges_too()
    {
        Merge(Reestdal, Hoogeveen, Meppel);
        _municipalities[Reestdal].GoOver("GM0114", From.AddYears(2), "id");

        Assert.Equal(Reestdal, Role(RegionRoleKind.CoordinatingMunicipality, From.AddYears(2).AddDays(-1)).Holder.Id);
        var last = Role(RegionRoleKind.CoordinatingMunicipality, From.AddYears(2));
        Assert.Equal(("GM0114", Reestdal), (last.Holder.Id, last.Predecessor!.Id));
    }

    [Fact]
    public void A_role_falls_vacant_where_the_successor_does_not_belong_to_the_region()
    {
        Merge("GM9002", regions: ["PV22"], Hoogeveen);

        var role = Role(RegionRoleKind.CoordinatingMunicipality, From);
        Assert.Equal((true, Hoogeveen, From), (role.IsVacant, role.Holder.Id, role.Validity.From));
        Assert.False(Role(RegionRoleKind.CoordinatingMunicipality, Before).IsVacant);
    }

    [Fact]
    public void The_political_contact_leaves_with_the_municipality()
    {
        var contact = new RegionRole
        {
            RegionId = "JHRD", Kind = RegionRoleKind.PoliticalContact, MunicipalityId = Hoogeveen, Validity = new(Before.AddYears(-1), From.AddYears(1)),
            StartPrecision = DatePrecision.Day, EndPrecision = DatePrecision.Day, Source = Law, Remark = "",
        };
        Merge(Reestdal, Hoogeveen, Meppel);

        Assert.False(contact.HeldOn(Before, Register()).IsVacant);
        var vacant = contact.HeldOn(From, Register());
        Assert.Equal((true, Hoogeveen, new Validity(From, From.AddYears(1))), (vacant.IsVacant, vacant.Holder.Id, vacant.Validity));
    }

    [Fact]
    public void A_role_that_ended_before_the_merger_stays_as_it_was()
    {
        Merge(Reestdal, "GM0114", Meppel);

        var contact = Register().RolesOn(new(2021, 6, 1)).Single(r => r.Role.Kind == RegionRoleKind.PoliticalContact);
        Assert.Equal(("GM0114", new DateOnly(2022, 3, 1), DatePrecision.Month), (contact.Holder.Id, contact.Validity.Until, contact.EndPrecision));
    }

    private static Municipality Recorded(string id, MunicipalityFacts facts)
    {
        var municipality = Municipality.Register(id);
        municipality.Record(facts);
        return municipality;
    }

    private void Merge(string successor, params string[] ended) => Merge(successor, ["JHRD", "PV22", "ZD"], ended);

    private void Merge(string successor, string[] regions, params string[] ended)
    {
        if (!_municipalities.ContainsKey(successor))
        {
            _municipalities[successor] = Municipality.Succeeding(
                successor, "Reestdal", 99, Law, From, PublishedFacts.Regions().Where(region => regions.Contains(region.Id)));
        }

        foreach (var id in ended)
            _municipalities[id].GoOver(successor, From, "id");
    }

    private void Count(string id, DateOnly on, int persons, string? label = null)
    {
        var facts = _municipalities[id].Facts;
        var count = new YouthCount
        {
            ReferenceDate = on, Persons = persons, AgeLabel = label ?? _municipalities[Meppel].YouthCounts[0].AgeLabel, Source = new("Jaarlijkse telling", ""),
        };
        _municipalities[id].Record(facts with { YouthCounts = [.. facts.YouthCounts, count] });
    }

    private RegisterSnapshot Register() => new(_municipalities.Values, PublishedFacts.Regions(), []) { RegionRoles = PublishedFacts.RegionRoles() };

    private YouthOfArea? Youth(string id, DateOnly day) => Register().YouthOf(_municipalities[id], day, counted: day);

    private RoleHolding Role(RegionRoleKind kind, DateOnly day) => Register().RolesOn(day).Single(h => h.Role.Kind == kind && h.Role.RegionId == "JHRD");
}
