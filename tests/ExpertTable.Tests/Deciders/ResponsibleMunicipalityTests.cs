using System.Globalization;
using Regio.ExpertTable.Deciders;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Tests.Deciders;

/// <summary>Which municipality decides, from where a youth was registered.</summary>
public sealed class ResponsibleMunicipalityTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void A_youth_at_home_is_of_the_municipality_where_it_is_registered_on_that_day()
    {
        Residence[] moved = [Home("GM0114", "2024-05-01"), Home("GM0106", "2010-01-01")];

        Assert.Equal(("GM0114", DeciderRule.Registered, "residences[0].municipality_id"), Answer(moved, Day));
        Assert.Equal(("GM0106", DeciderRule.Registered, "residences[1].municipality_id"), Answer(moved, new(2024, 4, 30)));
        Assert.Equal("GM0114", Answer(moved, new(2024, 5, 1)).Municipality);
    }

    [Fact]
    public void A_youth_with_a_stay_is_of_the_municipality_of_before_it_however_often_the_place_changed()
    {
        Residence[] stayed = [Home("GM0106", "2010-01-01"), Stay("GM0114", "2023-02-01"), Stay("GM1680", "2025-07-15")];

        var answer = ResponsibleMunicipality.On(stayed, "", Day);

        Assert.Equal(("GM0106", DeciderRule.BeforeStay), (answer.MunicipalityId, answer.Rule));
        Assert.Equal(3, answer.Steps.Count);
        Assert.Contains("15 juli 2025", answer.Steps[0], StringComparison.Ordinal);
        Assert.Contains("GM0106", answer.Steps[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_stay_the_registration_at_home_counts_again()
    {
        Residence[] back = [Home("GM0106", "2010-01-01"), Stay("GM0114", "2023-02-01"), Home("GM1680", "2025-07-15"), Stay("GM0109", "2026-01-01")];

        Assert.Equal(("GM1680", DeciderRule.BeforeStay), (Answer(back, Day).Municipality, Answer(back, Day).Rule));
        Assert.Equal(("GM1680", DeciderRule.Registered), (Answer(back, new(2025, 12, 31)).Municipality, Answer(back, new(2025, 12, 31)).Rule));
    }

    [Theory]
    [InlineData("2026-06-01", null, false)]
    [InlineData("2010-01-01", "2020-01-01", false)]
    [InlineData("2020-01-01", null, true)]
    public void Where_no_registration_counts_it_is_where_the_youth_really_is(string from, string? until, bool forStay)
    {
        Residence[] residences = [new("GM0106", Of(from), until is null ? null : Of(until), forStay)];

        Assert.Equal(("GM0114", DeciderRule.Present, "present_municipality_id"), Answer(residences, Day, "GM0114"));
        Assert.Equal("present_municipality_id", Broken(() => ResponsibleMunicipality.On(residences, "", Day), DeciderRules.Unknown).Field);
    }

    [Fact]
    public void A_gap_before_a_stay_and_a_registration_abroad_count_for_no_municipality()
    {
        Residence[] gap = [new("GM0106", Of("2010-01-01"), Of("2022-12-31"), ForStay: false), Stay("GM0114", "2023-02-01")];
        Residence[] abroad = [Home("", "2010-01-01"), Stay("GM0114", "2023-02-01")];

        Assert.Equal(("GM1680", DeciderRule.Present), (Answer(gap, Day, "GM1680").Municipality, Answer(gap, Day, "GM1680").Rule));
        Assert.Equal("GM1680", Answer(abroad, Day, "GM1680").Municipality);
        Assert.Equal(DeciderRule.Present, Answer([Home("", "2010-01-01")], Day, "GM1680").Rule);
    }

    [Fact]
    public void Two_registrations_at_once_one_that_ends_before_it_begins_and_a_day_of_the_old_law_are_refused()
    {
        Assert.Equal("residences[1].start_date", Broken(() => Answer([new("GM0106", Of("2010-01-01"), Of("2024-01-01"), false), Home("GM0114", "2023-01-01")], Day), DeciderRules.Overlap).Field);
        Assert.Equal("residences[1].start_date", Broken(() => Answer([Home("GM0106", "2010-01-01"), Home("GM0114", "2010-01-01")], Day), DeciderRules.Overlap).Field);
        Assert.Equal("residences[0].end_date", Broken(() => Answer([new("GM0106", Of("2010-01-01"), Of("2010-01-01"), false)], Day), DeciderRules.Overlap).Field);
        Assert.Equal("day", Broken(() => Answer([Home("GM0106", "2010-01-01")], new(2021, 12, 31)), DeciderRules.OtherLaw).Field);
        Assert.Equal("GM0106", Answer([Home("GM0106", "2010-01-01")], new(2022, 1, 1)).Municipality);
    }

    private static (string Municipality, DeciderRule Rule, string Field) Answer(IReadOnlyList<Residence> residences, DateOnly day, string present = "")
    {
        var answer = ResponsibleMunicipality.On(residences, present, day);
        return (answer.MunicipalityId, answer.Rule, answer.Field);
    }

    private static Residence Home(string municipality, string from) => new(municipality, Of(from), Until: null, ForStay: false);

    private static Residence Stay(string municipality, string from) => new(municipality, Of(from), Until: null, ForStay: true);

    private static DateOnly Of(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DomainException Broken(Action act, Rule rule)
    {
        var broken = Assert.Throws<DomainException>(act);
        Assert.Equal(rule.Code, broken.Rule.Code);
        return broken;
    }
}
