using Regio.Messages.Municipalities.V1;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using static Regio.Municipalities.Tests.Rounds.Drenthe;

namespace Regio.Municipalities.Tests.Rounds;

/// <summary>What a decision does to a round, and when it does nothing.</summary>
public sealed class RoundDecisionTests
{
    private readonly Round _round = VisionToAdopt();

    [Fact]
    public void A_vision_is_adopted_by_its_twelfth_council_and_not_before()
    {
        foreach (var council in Councils.SkipLast(1))
            _round.Decide(council, DecisionOutcome.Adopted, "2026-06-01");
        Assert.Equal(RoundState.ToAdopt, _round.State);
        Assert.Equal([Councils[^1]], _round.Owing());

        _round.Decide(Councils[^1], DecisionOutcome.AdoptedWithRemarks, "2026-06-11");

        Assert.Equal((RoundState.Adopted, 1, Day("2026-06-11")), (_round.State, _round.VersionInForce, _round.AdoptedOn));
        Assert.Equal([RoundNews.Adopted], _round.News);
        Assert.Empty(_round.Duties);
    }

    [Fact]
    public void One_refusal_puts_a_vision_out_of_reach_and_the_others_may_go_on()
    {
        _round.Decide(Emmen, DecisionOutcome.Rejected, "2026-05-01");
        Assert.Equal(RoundState.NotAdopted, _round.State);
        Assert.Equal(11, _round.Owing().Count());

        Assert.True(_round.Decide(Assen, DecisionOutcome.Adopted, "2026-05-08").Counts);
        Assert.Equal(10, _round.Owing().Count());
    }

    [Fact]
    public void A_council_that_reverses_its_refusal_owes_a_decision_again()
    {
        _round.Decide(Emmen, DecisionOutcome.Rejected, "2026-05-01");

        _round.Decide(Emmen, DecisionOutcome.Reversed, "2026-06-01", text: "");

        Assert.Equal(RoundState.ToAdopt, _round.State);
        Assert.Contains(Emmen, _round.Owing());
    }

    [Fact]
    public void A_reversal_after_adoption_undoes_it()
    {
        foreach (var council in Councils)
            _round.Decide(council, DecisionOutcome.Adopted, "2026-06-01");

        _round.Decide(Meppel, DecisionOutcome.Reversed, "2026-09-01", text: "");

        Assert.Equal((RoundState.ToAdopt, null), (_round.State, _round.VersionInForce));
        Assert.Equal([RoundNews.Adopted, RoundNews.AdoptionLapsed], _round.News);
    }

    [Fact]
    public void Adopted_with_changes_does_not_count_and_asks_for_a_ruling()
    {
        var decision = _round.Decide(Assen, DecisionOutcome.AdoptedWithChanges, "2026-05-01");

        Assert.False(decision.Counts);
        Assert.Equal([Abo], _round.Owing(DutyKind.Ruling));
        Assert.Equal(RoundRules.RulingNotForChanges, Refused(() => Rule(decision, Ruling.ConditionsMet)));
        Rule(decision, Ruling.AskAgain);
        Assert.Contains(Assen, _round.Owing());
        Assert.Equal(RoundRules.RulingNotAsked, Refused(() => Rule(decision, Ruling.AskAgain)));
    }

    [Fact]
    public void Changes_for_the_next_version_put_this_one_out_of_reach()
    {
        Rule(_round.Decide(Assen, DecisionOutcome.AdoptedWithChanges, "2026-05-01"), Ruling.TakeIntoNextVersion);

        Assert.Equal(RoundState.NotAdopted, _round.State);
        Assert.DoesNotContain(Assen, _round.Owing());
    }

    [Fact]
    public void Conditions_count_once_the_steering_body_rules_that_they_are_met()
    {
        var decision = _round.Decide(Assen, DecisionOutcome.AdoptedWithConditions, "2026-05-01");
        Assert.False(decision.Counts);

        Rule(decision, Ruling.ConditionsMet);

        Assert.True(decision.Counts);
    }

    [Fact]
    public void A_deferred_decision_stays_owed_by_its_new_date()
    {
        _round.Decide(Meppel, DecisionOutcome.Deferred, "2026-05-01", text: "", with: f => f with { DeferredUntil = Day("2026-09-24") });

        Assert.Equal(Day("2026-09-24"), _round.Duties.Single(d => d.BodyId == Meppel).DueOn);
        Assert.Equal(RefusalEffect.OutOfReach, _round.Duties.Single(d => d.BodyId == Meppel).IfRefused);
    }

    [Theory]
    [InlineData("concept", "VOTE_ON_CONCEPT")]
    [InlineData("never seen", "VOTE_ON_UNKNOWN_TEXT")]
    [InlineData("", "VOTE_ON_UNKNOWN_TEXT")]
    public void A_vote_on_another_text_is_recorded_without_effect(string text, string flag)
    {
        var decision = _round.Decide(Assen, DecisionOutcome.Adopted, "2026-05-01", text);

        Assert.Equal([flag], decision.Flags);
        Assert.False(decision.Counts);
        Assert.Contains(Assen, _round.Owing());
    }

    [Fact]
    public void Old_adoptions_do_not_count_for_a_new_version()
    {
        foreach (var council in Councils.SkipLast(1))
            _round.Decide(council, DecisionOutcome.Adopted, "2026-06-01");
        _round.Reopen("2026-06-20");
        _round.PublishDefinitive(Hash("v2"), "", Day("2026-07-01"));
        _round.PutToAdoption(Day("2026-12-01"));

        var late = _round.Decide(Councils[^1], DecisionOutcome.Adopted, "2026-07-05");

        Assert.Equal(["VOTE_ON_OLD_VERSION"], late.Flags);
        Assert.Equal(12, _round.Decisions.Count(d => d is { VersionNumber: 1, Outcome: DecisionOutcome.Adopted, StepCode: "adoption" }));
        Assert.Equal(12, _round.Owing().Count());
        Assert.Equal((RoundState.ToAdopt, null), (_round.State, _round.VersionInForce));
    }

    [Fact]
    public void An_adopted_version_stays_in_force_until_the_next_one_is_adopted()
    {
        foreach (var council in Councils)
            _round.Decide(council, DecisionOutcome.Adopted, "2026-06-01");
        _round.Reopen("2026-09-01");
        Assert.Equal(1, _round.VersionInForce);

        _round.PublishDefinitive(Hash("v2"), "", Day("2026-10-01"));
        _round.PutToAdoption(Day("2026-12-01"));
        foreach (var council in Councils)
            _round.Decide(council, DecisionOutcome.Adopted, "2026-11-01", "v2");

        Assert.Equal((RoundState.Adopted, 2), (_round.State, _round.VersionInForce));
    }

    [Fact]
    public void A_version_that_lapses_leaves_the_one_before_it_in_force()
    {
        foreach (var council in Councils)
            _round.Decide(council, DecisionOutcome.Adopted, "2026-06-01");
        var first = _round.AdoptedOn;
        _round.Reopen("2026-09-01");
        _round.PublishDefinitive(Hash("v2"), "", Day("2026-10-01"));
        _round.PutToAdoption(Day("2026-12-01"));
        foreach (var council in Councils)
            _round.Decide(council, DecisionOutcome.Adopted, "2026-11-01", "v2");

        _round.Decide(Meppel, DecisionOutcome.Reversed, "2026-11-20", text: "");

        Assert.Equal((RoundState.ToAdopt, 1, first), (_round.State, _round.VersionInForce, _round.AdoptedOn));
        Assert.Equal((2, 1), RoundEvents.Of(_round, DateTimeOffset.UnixEpoch).OfType<AdoptionLapsed>().Select(lapsed => (lapsed.VersionNumber, lapsed.VersionInForce)).Single());
        _round.Decide(Meppel, DecisionOutcome.Adopted, "2026-11-25", "v2");
        Assert.Equal((RoundState.Adopted, 2, Day("2026-11-25")), (_round.State, _round.VersionInForce, _round.AdoptedOn));
    }

    [Fact]
    public void An_erratum_keeps_the_version_and_votes_on_either_text_count()
    {
        _round.Decide(Assen, DecisionOutcome.Adopted, "2026-05-01");
        _round.PublishErratum(Hash("v1 corrected"), "Tabel 3 hersteld", Day("2026-05-10"));

        Assert.True(_round.Decide(Emmen, DecisionOutcome.Adopted, "2026-05-12", "v1 corrected").Counts);
        Assert.True(_round.Decisions[0].Counts);
        Assert.Equal(1, _round.VersionNumber);
    }

    [Fact]
    public void A_decision_without_mandate_is_recorded_and_does_not_take_the_place_of_a_valid_one()
    {
        _round.Decide(Assen, DecisionOutcome.Adopted, "2026-05-01");

        var unauthorised = _round.Decide(Assen, DecisionOutcome.Rejected, "2026-05-20", with: f => f with { WithoutMandate = "geen quorum" });

        Assert.Equal(["DECIDED_WITHOUT_MANDATE"], unauthorised.Flags);
        Assert.True(_round.Decisions[0].Counts);
        Assert.Equal(RoundState.ToAdopt, _round.State);
    }

    [Fact]
    public void The_last_decision_counts_in_whatever_order_it_is_recorded()
    {
        _round.Decide(Assen, DecisionOutcome.Adopted, "2026-06-01");

        _round.Decide(Assen, DecisionOutcome.Rejected, "2026-05-01");

        Assert.Equal(RoundState.ToAdopt, _round.State);
        Assert.True(_round.Decisions[0].Counts);
    }

    [Fact]
    public void A_body_that_takes_no_part_is_recorded_without_effect() =>
        Assert.Equal(["BODY_NOT_IN_ROUND"], _round.Decide("GM0014:council", DecisionOutcome.Adopted, "2026-05-01").Flags);

    [Fact]
    public void What_lies_in_the_future_is_no_fact() =>
        Assert.Equal(RecordedFact.InTheFuture, Refused(() => _round.RecordDecision(
            new DecisionFacts { BodyId = Assen, StepCode = "", Outcome = DecisionOutcome.Adopted, DecidedOn = Day("2026-06-02"), LiteralText = "In te stemmen" },
            [], Day("2026-06-01"), "test", DateTimeOffset.UnixEpoch)));

    [Fact]
    public void Only_the_steering_body_reopens() =>
        Assert.Equal(RoundRules.NotTheSteeringBody, Refused(() => _round.Reopen(
            new SteeringDecision(Assen, Day("2026-06-01"), "Heropenen"), askViewsAgain: false, Day("2026-06-01"), "test", DateTimeOffset.UnixEpoch)));

    [Fact]
    public void Supposing_changes_nothing()
    {
        var before = _round.Version;

        Assert.Equal(RoundState.NotAdopted, _round.Suppose([new SupposedVote(Emmen, "", Adopts: false)]).State);
        Assert.Equal(RoundState.Adopted, _round.Suppose([.. Councils.Select(c => new SupposedVote(c, "", Adopts: true))]).State);

        Assert.Equal((RoundState.ToAdopt, before), (_round.State, _round.Version));
    }

    private static Rule Refused(Action act) => Assert.Throws<DomainException>(act).Rule;

    private void Rule(RoundDecision decision, Ruling ruling) =>
        _round.RuleOnDecision(decision.Number, new RulingFacts(ruling, Abo, Day("2026-06-01"), "Zo besloten in het ABO."), Day("2026-06-01"));
}
