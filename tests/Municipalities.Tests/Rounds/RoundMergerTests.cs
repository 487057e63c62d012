using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Errors;
using static Regio.Municipalities.Tests.Rounds.Drenthe;

namespace Regio.Municipalities.Tests.Rounds;

/// <summary>Municipalities that go over into another while their councils decide.</summary>
public sealed class RoundMergerTests
{
    private const string Reestdal = "GM9001:council";
    private const string DeWolden = "GM1690:council";
    private const string Hoogeveen = "GM0118:council";
    private static readonly DateOnly From = Day("2026-06-15");
    private readonly Round _round = VisionToAdopt();

    [Fact]
    public void Before_the_day_nothing_changes_and_on_it_the_successor_owes_once()
    {
        Assert.False(_round.GoOver(Into(Reestdal, Meppel, DeWolden), From.AddDays(-1)));
        Assert.Equal(12, _round.Owing().Count());

        Assert.True(_round.GoOver(Into(Reestdal, Meppel, DeWolden), From));

        Assert.Equal(11, _round.Owing().Count());
        Assert.DoesNotContain(_round.Duties, d => d.BodyId is Meppel or DeWolden);
        Assert.Single(_round.Owing(), Reestdal);
        Assert.Equal(11, _round.Standing().Steps.Single().Required);
        Assert.False(_round.GoOver(Into(Reestdal, Meppel, DeWolden), From.AddDays(1)));
        Assert.Equal(12, _round.StandingOn(From.AddDays(-1)).Steps.Single().Required);
    }

    [Fact]
    public void What_all_predecessors_adopted_counts_for_the_successor_with_its_ground()
    {
        _round.Decide(Meppel, DecisionOutcome.Adopted, "2026-06-01");
        var last = _round.Decide(DeWolden, DecisionOutcome.AdoptedWithRemarks, "2026-06-11");

        _round.GoOver(Into(Reestdal, Meppel, DeWolden), From);

        var standing = _round.Standing().Steps.Single().Bodies.Single(b => b.Body.BodyId == Reestdal);
        Assert.Equal((Verdict.Counts, last), (standing.Verdict, standing.Decision));
        Assert.Equal([DeWolden, Meppel], standing.Grounds.Select(d => d.BodyId));
        Assert.All(_round.Decisions, d => Assert.True(d.Counts));
        Assert.DoesNotContain(Reestdal, _round.Owing());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(DecisionOutcome.Rejected)]
    [InlineData(DecisionOutcome.Deferred)]
    internal void Where_predecessors_differ_the_successor_owes_a_decision(DecisionOutcome? other)
    {
        _round.Decide(Meppel, DecisionOutcome.Adopted, "2026-06-01");
        if (other is { } outcome)
            _round.Decide(DeWolden, outcome, "2026-06-01");

        _round.GoOver(Into(Reestdal, Meppel, DeWolden), From);

        Assert.Equal(RoundState.ToAdopt, _round.State);
        Assert.Single(_round.Owing(), Reestdal);
        Assert.All(_round.Decisions, d => Assert.False(d.Counts));
        Assert.True(_round.Decide(Reestdal, DecisionOutcome.Adopted, "2026-06-20").Counts);
    }

    [Fact]
    public void A_council_that_goes_on_keeps_what_it_decided_and_the_round_is_adopted_on_the_day_that_the_last_owing_council_ends()
    {
        foreach (var council in Councils.Where(c => c != DeWolden))
            _round.Decide(council, DecisionOutcome.Adopted, "2026-06-01");

        _round.GoOver(Into(Hoogeveen, DeWolden), From);

        Assert.Equal((RoundState.Adopted, From, 1), (_round.State, _round.AdoptedOn, _round.VersionInForce));
        Assert.Equal([RoundNews.Adopted], _round.News);
        Assert.Empty(_round.Duties);
        Assert.False(_round.StandingOn(From.AddDays(-1)).IsAdopted);
        Assert.True(_round.StandingOn(From).IsAdopted);
    }

    [Fact]
    public void What_was_adopted_stays_adopted_until_the_successor_takes_it_back()
    {
        var policy = RoundPolicy.Usual(RoundKind.Letter);
        policy = policy with { Steps = [policy.Steps[0] with { Required = 9, BodyKinds = BodyKinds.Council }] };
        var round = Draft(RoundKind.Letter, policy);
        round.PublishDefinitive(Hash("v1"), "", Day("2026-04-01"));
        round.PutToAdoption(Day("2026-07-01"));
        foreach (var council in Councils.Where(c => c is Meppel or DeWolden).Concat(Councils.Where(c => c is not (Meppel or DeWolden)).Take(7)))
            round.Decide(council, DecisionOutcome.Adopted, "2026-06-01");

        round.GoOver(Into(Reestdal, Meppel, DeWolden), From);

        Assert.Equal((RoundState.Adopted, Day("2026-06-01")), (round.State, round.AdoptedOn));
        round.Decide(Reestdal, DecisionOutcome.Reversed, "2026-08-01", text: "");
        Assert.Equal((RoundState.ToAdopt, null), (round.State, round.VersionInForce));
        Assert.Equal([RoundNews.Adopted, RoundNews.AdoptionLapsed], round.News);
        Assert.Single(round.Owing(), Reestdal);
    }

    [Fact]
    public void A_view_that_was_still_owed_is_asked_of_the_successor_once()
    {
        var round = Draft(RoundKind.RegionalVision);
        round.OpenViews(Hash("concept"), Day("2026-08-01"), Day("2026-05-01"));

        round.GoOver(Into(Reestdal, Meppel, DeWolden), From);

        Assert.Equal(11 * 3, round.Owing(DutyKind.View).Count());
        Assert.Single(round.Owing(DutyKind.View), Reestdal);
        Assert.All(round.Views.Where(v => v.BodyId is Meppel or DeWolden or "GM0119:executive"), v => Assert.Equal(ViewState.GoneOver, v.State));
        var view = round.RecordView(BodyId.Parse(Reestdal)!, "", ViewAct.Waive, Day("2026-06-20"), [], Day("2026-06-20"));
        Assert.Empty(view.Flags);
        Assert.DoesNotContain(Reestdal, round.Owing(DutyKind.View));
    }

    [Fact]
    public void What_was_to_be_followed_up_goes_over_also_after_the_adoption()
    {
        _round.RecordDecision(
            new() { BodyId = Meppel, StepCode = "", Outcome = DecisionOutcome.Adopted, DecidedOn = Day("2026-06-01"), LiteralText = "Ingestemd.", ContentHash = Hash("v1") },
            [new FollowUpFacts(FollowUpKind.Pledge, "Kwartaalcijfers.", "GM0119:executive", Day("2026-12-01"))], Day("2026-06-01"), "griffier", DateTimeOffset.UnixEpoch);
        foreach (var council in Councils.Where(c => c != Meppel))
            _round.Decide(council, DecisionOutcome.Adopted, "2026-06-01");

        _round.GoOver(Into(Reestdal, Meppel, DeWolden), From);

        Assert.Equal(RoundState.Adopted, _round.State);
        Assert.Equal("GM9001:executive", Assert.Single(_round.Duties).BodyId);
        Assert.Equal("GM0119:executive", _round.FollowUps.Single().OwnerBodyId);
    }

    [Fact]
    public void What_an_ended_council_decides_later_is_recorded_without_effect_and_nothing_is_supposed_of_it()
    {
        _round.GoOver(Into(Reestdal, Meppel, DeWolden), From);

        Assert.Equal(["BODY_NOT_IN_ROUND"], _round.Decide(Meppel, DecisionOutcome.Adopted, "2026-06-15").Flags);
        // Taken in time and recorded afterwards: it counts as far as it goes.
        Assert.Empty(_round.Decide(Meppel, DecisionOutcome.Adopted, "2026-06-14").Flags);
        var refused = Assert.Throws<DomainException>(() => _round.Suppose([new SupposedVote(Meppel, "", Adopts: false)]));
        Assert.Equal("ROUND_BODY_ENDED", refused.Rule.Code);
        Assert.Equal(RoundState.NotAdopted, _round.Suppose([new SupposedVote(Reestdal, "", Adopts: false)]).State);
    }

    [Fact]
    public void A_municipality_that_leaves_the_region_is_counted_no_more()
    {
        _round.GoOver([new RoundMerger("GM0119", From, "GM0180", "Staphorst", 400, SuccessorBelongs: false)], From);

        Assert.Equal(11, _round.Standing().Steps.Single().Required);
        Assert.DoesNotContain(_round.Duties, d => d.BodyId.StartsWith("GM0180", StringComparison.Ordinal));
    }

    [Fact]
    public void A_successor_that_goes_over_itself_hands_on_what_it_stood_on()
    {
        _round.Decide(Meppel, DecisionOutcome.Adopted, "2026-06-01");
        _round.Decide(DeWolden, DecisionOutcome.Adopted, "2026-06-01");
        var next = new RoundMerger("GM9001", From.AddYears(2), "GM9002", "Zuidwest", 402, SuccessorBelongs: true);

        _round.GoOver([next, .. Into(Reestdal, Meppel, DeWolden)], From.AddYears(3));

        Assert.Equal(Verdict.Counts, _round.Standing().Steps.Single().Bodies.Single(b => b.Body.BodyId == "GM9002:council").Verdict);
        Assert.Equal(10, _round.Owing().Count());
    }

    private static IReadOnlyList<RoundMerger> Into(string successor, params string[] ended) =>
        [.. ended.Select(council => new RoundMerger(council.Split(':')[0], From, successor.Split(':')[0], "Reestdal", 401, SuccessorBelongs: true))];
}
