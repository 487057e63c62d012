using Regio.Documents;
using Regio.Reporting.Projection;
using Regio.Reporting.Rounds;

namespace Regio.Reporting.Tests.Rounds;

public sealed class CouncilRoundsTests
{
    [Fact]
    public void A_council_reads_what_lies_before_it_until_when_and_what_may_still_change()
    {
        var text = Text([Story(DecisionRounds.Vision.State)], "GM1681");

        Assert.Contains("ligt voor besluit, versie 2. Besluiten kan tot en met 1 juli 2026.", text, StringComparison.Ordinal);
        Assert.Contains("De tekst zelf ligt vast.", text, StringComparison.Ordinal);
        Assert.Contains("Gemeenteraad van Borger-Odoorn, vaststelling door de raden: nog geen besluit.", text, StringComparison.Ordinal);
        Assert.Contains("Hoe de anderen besloten, vaststelling door de raden: 1 van 12 tellen mee, 12 zijn nodig, 1 afgewezen.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_council_reads_what_became_of_its_own_view_and_motion_and_not_of_those_of_others()
    {
        var own = Text([Story(DecisionRounds.Vision.State)], "GM1680");
        var other = Text([Story(DecisionRounds.Vision.State)], "GM0106");

        Assert.Contains("Van 3 opmerkingen: 1 overgenomen, 1 meegenomen in de uitvoering, 1 niet overgenomen.", own, StringComparison.Ordinal);
        Assert.Contains("Opmerking uit een zienswijze 1, bij ABO Jeugdhulpregio Drenthe: open, voor 1 september 2026.", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Van 3 opmerkingen", other, StringComparison.Ordinal);
        Assert.Contains("niets gehoord; dat is geen instemming", other, StringComparison.Ordinal);
        Assert.Contains("Motie 2, bij ABO Jeugdhulpregio Drenthe: open, datum niet bekend.", other, StringComparison.Ordinal);
    }

    [Fact]
    public void What_asks_a_decision_comes_before_what_was_decided_and_the_rest_is_counted()
    {
        var section = CouncilRounds.Of([Story("adopted", "a"), Story("withdrawn", "b"), Story("to-adopt", "c"), Story("views-open", "d"), Story("adopted", "e")], "GM0106", page: 2);

        Assert.Equal(["c", "d", "a"], section.Blocks.OfType<SubHeading>().Select(heading => heading.Text));
        Assert.StartsWith("Nog 2 rondes", Assert.Single(section.Blocks.OfType<Note>()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_round_the_report_says_that_nothing_is_known() =>
        Assert.Contains("niet bekend", Text([], "GM0106"), StringComparison.Ordinal);

    private static string Text(IReadOnlyList<RoundStory> stories, string municipality) => string.Join('\n', CouncilRounds.Of(stories, municipality, page: 2).Blocks.SelectMany(block => block switch
    {
        ItemList list => list.Items,
        Paragraph paragraph => [paragraph.Text],
        _ => [],
    }));

    private static RoundStory Story(string state, string? subject = null)
    {
        var told = DecisionRounds.Vision;
        return new RoundStory(
            new ProjectedRound
            {
                Id = told.RoundId,
                RegionId = told.RegionId,
                Kind = told.Kind,
                Subject = subject ?? told.Subject,
                State = state,
                VersionNumber = told.VersionNumber,
                VersionInForce = told.VersionInForce,
                AdoptedOn = told.AdoptedOn,
                CommentsDueOn = told.CommentsDueOn,
                ViewsDueOn = told.ViewsDueOn,
                DecisionsDueOn = told.DecisionsDueOn,
                Version = told.AggregateVersion,
                OccurredAt = told.OccurredAt,
            },
            [.. told.Bodies.Select(b => new ProjectedRoundBody { RoundId = told.RoundId, StepPosition = b.StepPosition, StepTitle = b.StepTitle, Required = b.Required, BodyId = b.BodyId, BodyName = b.BodyName, MunicipalityId = b.MunicipalityId, Rank = b.Rank, Outcome = b.Outcome, Verdict = b.Verdict, DecidedOn = b.DecidedOn, PlannedOn = b.PlannedOn })],
            [.. told.Views.Select(v => new ProjectedRoundView { RoundId = told.RoundId, Number = v.Number, VersionNumber = v.VersionNumber, BodyId = v.BodyId, BodyName = v.BodyName, MunicipalityId = v.MunicipalityId, State = v.State, ReceivedOn = v.ReceivedOn })],
            [.. told.Remarks.Select(r => new ProjectedRoundRemark { RoundId = told.RoundId, ViewNumber = r.ViewNumber, Number = r.Number, Weighing = r.Weighing, FollowUpNumber = r.FollowUpNumber })],
            [.. told.FollowUps.Select(f => new ProjectedFollowUp { RoundId = told.RoundId, Number = f.Number, Kind = f.Kind, OwnerBodyId = f.OwnerBodyId, OwnerName = f.OwnerName, AskedByMunicipalityId = f.AskedByMunicipalityId, DueOn = f.DueOn, DoneOn = f.DoneOn, Dropped = f.Dropped })]);
    }
}
