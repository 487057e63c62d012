using FsCheck;
using FsCheck.Fluent;
using Regio.ExpertTable.Capacity;
using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Tests.Capacity;

public sealed class CapacityRuleTests
{
    private static readonly Guid First = Guid.Parse("01920000-0000-7000-8000-00000000000a");
    private static readonly Guid Second = Guid.Parse("01920000-0000-7000-8000-00000000000b");

    // Half past midnight on Dutch clocks, still the old year in UTC.
    private static readonly Act NewYear = new("a chair", new DateTimeOffset(2025, 12, 31, 23, 30, 0, TimeSpan.Zero));

    [Fact]
    public void The_sixth_case_of_a_guide_is_the_last_and_a_seventh_takes_a_reason()
    {
        var sixth = Take(taken: 5, takenInAll: 5, hasReason: false);
        var refused = Assert.Throws<DomainException>(() => Take(taken: 6, takenInAll: 6, hasReason: false));
        var seventh = Take(taken: 6, takenInAll: 6, hasReason: true);

        Assert.Equal((6, false), (sixth.Number, sixth.IsOverride));
        Assert.Equal(("GUIDE_FULL", "6", "6"), (refused.Rule.Code, refused.Metadata["taken"], refused.Metadata["limit"]));
        Assert.Equal((7, true), (seventh.Number, seventh.IsOverride));
    }

    [Fact]
    public void All_together_take_thirty_six()
    {
        Assert.Equal(36, Take(taken: 0, takenInAll: 35, hasReason: false).NumberInAll);
        Assert.Equal("TABLE_FULL", Assert.Throws<DomainException>(() => Take(taken: 0, takenInAll: 36, hasReason: false)).Rule.Code);
        Assert.True(Take(taken: 0, takenInAll: 36, hasReason: true).IsOverride);
    }

    [Fact]
    public void A_place_is_taken_in_the_year_of_Dutch_calendars() =>
        Assert.Equal(2026, Take(taken: 0, takenInAll: 0, hasReason: false).Year);

    [Fact]
    public void A_case_goes_to_the_guide_who_took_the_fewest_and_to_nobody_without_a_place()
    {
        Assert.Equal(Second, Year((First, 3), (Second, 2)).Next()!.GuideId);
        Assert.Equal(First, Year((Second, 2), (First, 2)).Next()!.GuideId);
        Assert.Equal(Second, Year((First, 6), (Second, 5)).Next()!.GuideId);
        Assert.Null(Year((First, 6), (Second, 6)).Next());
        Assert.Null((Year((First, 0)) with { Taken = 36 }).Next());
    }

    [Fact]
    public void A_case_waits_behind_the_one_before_it_in_turn_even_if_it_asked_a_moment_earlier()
    {
        var file = Case.Register(Guid.NewGuid(), Guid.NewGuid(), [], "GM0106", "a question", NewYear);
        var last = NewYear.At.AddSeconds(2);

        file.WaitForGuide(last, NewYear);
        Assert.True(file.WaitingSince > last);
        var turn = file.WaitingSince;
        file.WaitForGuide(last.AddHours(1), NewYear with { At = last.AddHours(2) });
        Assert.Equal(turn, file.WaitingSince);
    }

    [Fact]
    public void The_term_of_a_day_is_the_latest_that_began_and_a_later_record_for_the_same_day_replaces_an_earlier()
    {
        var old = Term(2015, 6, minute: 0);
        var wrong = Term(2026, 7, minute: 1);
        var right = Term(2026, 8, minute: 2);

        var before = TermInForce.On(new DateOnly(2025, 12, 31), [right, old, wrong]);
        var after = TermInForce.On(new DateOnly(2026, 1, 1), [right, old, wrong]);

        Assert.Equal((6, new DateOnly(2026, 1, 1)), (before.Term.CasesPerGuide, before.Validity.Until));
        Assert.Equal((8, null), (after.Term.CasesPerGuide, after.Validity.Until));
        Assert.Equal(6, TermInForce.On(new DateOnly(2000, 1, 1), [old, right]).Term.CasesPerGuide);
    }

    [Theory]
    [InlineData(11, 25, 2027, 1)]
    [InlineData(1, 1, 2026, 4)]
    [InlineData(3, 31, 2026, 4)]
    public void The_next_quarter_begins_on_the_first_of_January_April_July_or_October(int month, int day, int year, int start) =>
        Assert.Equal(new DateOnly(year, start, 1), CapacityForecast.NextQuarter(new DateOnly(2026, month, day)));

    [Fact]
    public void A_forecast_tells_who_waits_and_how_many_guides_would_do()
    {
        var asItIs = CapacityForecast.Of(new CapacityQuestion(2, 6, 36, [6, 4], 10, Waiting: 3, Expected: 7));
        var withTwoMore = CapacityForecast.Of(new CapacityQuestion(4, 6, 36, [6, 4], 10, Waiting: 3, Expected: 7));
        var fullTable = CapacityForecast.Of(new CapacityQuestion(6, 6, 36, [6, 6, 6, 6, 6, 4], 34, Waiting: 3, Expected: 7));

        Assert.Equal(new CapacityForecast(2, 10, 8, NeededGuides: 4, LimitedByTotal: false), asItIs);
        Assert.Equal((14, 0), (withTwoMore.Places, withTwoMore.Waiting));
        Assert.Equal((2, 8, true), (fullTable.Places, fullTable.Waiting, fullTable.LimitedByTotal));
    }

    [Fact]
    public void However_cases_come_no_limit_is_passed_without_a_reason_and_numbers_have_no_gaps() =>
        Prop.ForAll<int[]>(picks =>
        {
            var places = new List<GuidePlace>();
            foreach (var pick in picks.Concat(Enumerable.Range(0, 60)))
            {
                GuideYear[] guides = [.. Enumerable.Range(0, 7).Select(g => new GuideYear(Guid.Parse($"00000000-0000-0000-0000-00000000000{g}"), places.Count(p => p.GuideId.ToString()[^1] == '0' + g)))];
                var year = new GuideYears(6, 36, places.Count, guides);
                try
                {
                    places.Add(GuidePlace.Take(Guid.NewGuid(), Guid.NewGuid(), guides[Math.Abs(pick % 7)], year, hasReason: false, NewYear));
                }
                catch (DomainException)
                {
                    Assert.True(year.Left < 7 * 6);
                }
            }

            return places.Count == 36
                && places.Select(p => p.NumberInAll).SequenceEqual(Enumerable.Range(1, 36))
                && places.GroupBy(p => p.GuideId).All(g => g.Select(p => p.Number).SequenceEqual(Enumerable.Range(1, g.Count())) && g.Count() <= 6);
        }).QuickCheckThrowOnFailure();

    private static GuidePlace Take(int taken, int takenInAll, bool hasReason)
    {
        var guide = new GuideYear(First, taken);
        return GuidePlace.Take(Guid.NewGuid(), Guid.NewGuid(), guide, new GuideYears(6, 36, takenInAll, [guide]), hasReason, NewYear);
    }

    private static GuideYears Year(params (Guid Guide, int Taken)[] guides) =>
        new(6, 36, guides.Sum(g => g.Taken), [.. guides.Select(g => new GuideYear(g.Guide, g.Taken))]);

    private static CapacityTerm Term(int year, int perGuide, int minute) => CapacityTerm.Record(
        Guid.NewGuid(), new DateOnly(year, 1, 1), perGuide, 36, "besluit", new Act("a chair", new DateTimeOffset(2026, 1, 1, 9, minute, 0, TimeSpan.Zero)));
}
