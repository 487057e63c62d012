using System.Text.Json;
using Regio.Municipalities.Rounds;
using static Regio.Municipalities.Tests.Rounds.Drenthe;

namespace Regio.Municipalities.Tests.Rounds;

public sealed class RoundChangedEventsTests
{
    [Fact]
    public void A_round_tells_who_decided_what_and_when_and_who_still_has_to()
    {
        var round = VisionToAdopt();
        round.RecordDecision(
            new DecisionFacts { BodyId = Emmen, StepCode = "", Outcome = DecisionOutcome.Rejected, DecidedOn = Day("2026-06-11"), LiteralText = "Wij stemmen tegen.", ContentHash = Hash("v1"), BlockedStep = "", WithoutMandate = "" },
            [], Day("2026-06-12"), "griffier", DateTimeOffset.UnixEpoch);

        var told = RoundChangedEvents.Of(round, DateTimeOffset.UnixEpoch);

        Assert.Equal(12, told.Bodies.Count);
        var emmen = told.Bodies.Single(body => body.BodyId == Emmen);
        Assert.Equal(("rejected", "refuses", (DateOnly?)Day("2026-06-11"), "GM0114"), (emmen.Outcome, emmen.Verdict, emmen.DecidedOn, emmen.MunicipalityId));
        Assert.All(told.Bodies.Where(body => body.BodyId != Emmen), body => Assert.Equal(("", "owed", (DateOnly?)null), (body.Outcome, body.Verdict, body.DecidedOn)));
        Assert.Equal(("not-adopted", round.Version), (told.State, told.AggregateVersion));
    }

    [Fact]
    public void A_round_tells_what_became_of_remarks_without_their_words()
    {
        var round = Draft(RoundKind.RegionalVision);
        round.OpenViews(Hash("concept"), Day("2026-02-01"), Day("2025-10-01"));
        var view = round.RecordView(BodyId.Parse(AaEnHunze)!, "gemeenteraad van Aa en Hunze", ViewAct.Submit, Day("2026-01-22"), ["Borg de lokale aansluiting.", "Schrijf korter."], Day("2026-01-22"));
        round.CloseViews(Day("2026-02-02"));
        round.StartWeighing();
        round.WeighRemark(view.Number, 1, new WeighingFacts(Weighing.CarriedIntoImplementation, "Komt in de agenda.", Abo, Day("2026-09-01")));

        var told = RoundChangedEvents.Of(round, DateTimeOffset.UnixEpoch);

        Assert.Equal([("carried-into-implementation", 1), ("", 0)], told.Remarks.Select(remark => (remark.Weighing, remark.FollowUpNumber)));
        var action = Assert.Single(told.FollowUps);
        Assert.Equal((1, "carried-remark", Abo, "GM1680", (DateOnly?)Day("2026-09-01")), (action.Number, action.Kind, action.OwnerBodyId, action.AskedByMunicipalityId, action.DueOn));
        var wire = JsonSerializer.Serialize(told);
        Assert.All(["lokale aansluiting", "korter", "agenda"], words => Assert.DoesNotContain(words, wire, StringComparison.Ordinal));
    }
}
