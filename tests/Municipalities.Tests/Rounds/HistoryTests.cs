using Regio.Municipalities.Rounds;
using Regio.Municipalities.Rounds.Status;
using static Regio.Municipalities.Tests.Rounds.Drenthe;

namespace Regio.Municipalities.Tests.Rounds;

/// <summary>
/// The rounds of Drenthe from letter to adoption. Up to where the sources end the dates are theirs; from there on it is played
/// with one council that rejects and reverses itself, one that adopts with changes and one that defers.
/// </summary>
public sealed class HistoryTests
{
    [Fact]
    public void The_regional_vision_2026_2030_from_public_comment_to_adoption_of_its_second_version()
    {
        var vision = Draft(RoundKind.RegionalVision);

        // Public comment mid-2025, views until February 2026, the view of Aa en Hunze of 2026-01-22: its council proposal for 2026-06-11.
        vision.OpenPublicComment(Hash("concept"), Day("2025-07-31"), Day("2025-06-01"));
        var comment = vision.RecordPublicComment("Een aanbieder", Day("2025-07-01"), ["Noem de zorgverzekeraar."], Day("2025-07-02"));
        vision.OpenViews(Hash("concept"), Day("2026-02-01"), Day("2025-10-01"));
        var view = vision.RecordView(BodyId.Parse(AaEnHunze)!, "", ViewAct.Submit, Day("2026-01-22"), ["Borg dit in de uitvoering."], Day("2026-01-23"));
        vision.RecordView(BodyId.Parse(Assen)!, "", ViewAct.Waive, Day("2026-01-15"), [], Day("2026-01-15"));
        vision.CloseViews(Day("2026-02-02"));
        Assert.Equal(34, vision.Views.Count(v => v.State == ViewState.Silent));

        // "Kanttekening 4": not taken into the text, carried into the implementation.
        vision.StartWeighing();
        vision.WeighRemark(comment.Number, 1, new WeighingFacts(Weighing.Adopted, "Toegevoegd.", "", null));
        vision.WeighRemark(view.Number, 1, new WeighingFacts(Weighing.CarriedIntoImplementation, "In het implementatieplan.", Abo, Day("2026-12-31")));
        vision.PublishDefinitive(Hash("v1"), "Regiovisie 2026-2030", Day("2026-04-01"));
        vision.PutToAdoption(Day("2026-07-01"));
        vision.PlanDecision(AaEnHunze, Day("2026-06-11"));
        Assert.Equal(Day("2026-06-11"), vision.Duties.Single(d => d is { Kind: DutyKind.Decision, BodyId: AaEnHunze }).PlannedOn);
        Assert.Contains("12 zijn nodig", RoundSummary.Of(vision), StringComparison.Ordinal);

        FirstVersionFails(vision);
        SecondVersionIsAdopted(vision);
    }

    [Fact]
    public void The_joint_arrangement_from_the_letter_of_11_April_2024_to_adoption_by_the_colleges()
    {
        var letter = Draft(RoundKind.Letter);
        letter.PublishDefinitive(Hash("20240411.001"), "Brief 20240411.001", Day("2024-04-11"));
        letter.PutToAdoption(Day("2024-05-16"));
        foreach (var college in Executives.SkipLast(1))
            letter.Decide(college, DecisionOutcome.Adopted, "2024-05-14", "20240411.001");
        Assert.Equal((Executives[^1], Day("2024-05-16")), letter.Duties.Select(d => (d.BodyId, d.DueOn)).Single());
        // A reply after the date is late and counts.
        letter.Decide(Executives[^1], DecisionOutcome.AdoptedWithRemarks, "2024-05-28", "20240411.001");
        Assert.Equal(RoundState.Adopted, letter.State);

        OrientationGate();
        JointArrangement();
    }

    private static void FirstVersionFails(Round vision)
    {
        foreach (var council in Councils.Where(c => c is not (Emmen or Assen or Meppel)))
            vision.Decide(council, DecisionOutcome.Adopted, "2026-06-11");
        vision.Decide(Emmen, DecisionOutcome.Rejected, "2026-06-18");
        Assert.Equal(RoundState.NotAdopted, vision.State);
        vision.Decide(Emmen, DecisionOutcome.Reversed, "2026-06-25", text: "");
        vision.Decide(Emmen, DecisionOutcome.Adopted, "2026-06-25");
        vision.Decide(Meppel, DecisionOutcome.Deferred, "2026-06-25", text: "", with: f => f with { DeferredUntil = Day("2026-09-24") });
        var changed = vision.Decide(Assen, DecisionOutcome.AdoptedWithChanges, "2026-06-30");
        Assert.Equal([Abo], vision.Owing(DutyKind.Ruling));
        Assert.Equal([Meppel], vision.Owing());

        vision.RuleOnDecision(changed.Number, new RulingFacts(Ruling.TakeIntoNextVersion, Abo, Day("2026-07-02"), "De wijziging van Assen raakt de inhoud."), Day("2026-07-02"));
        Assert.Equal(RoundState.NotAdopted, vision.State);
        vision.Reopen("2026-07-02");
        Assert.Contains(vision.Duties, d => d is { Kind: DutyKind.FollowUp, BodyId: Abo });
    }

    private static void SecondVersionIsAdopted(Round vision)
    {
        vision.PublishDefinitive(Hash("v2"), "Regiovisie 2026-2030, tweede versie", Day("2026-08-20"));
        vision.PutToAdoption(Day("2026-12-01"));
        Assert.Equal(12, vision.Owing().Count());
        Assert.Equal(10, vision.Decisions.Count(d => d is { VersionNumber: 1, StepCode: "adoption", Outcome: DecisionOutcome.Adopted }));

        // Meppel decides on what was put to it in June.
        Assert.Equal(["VOTE_ON_OLD_VERSION"], vision.Decide(Meppel, DecisionOutcome.Adopted, "2026-09-24").Flags);
        foreach (var council in Councils)
            vision.Decide(council, DecisionOutcome.Adopted, "2026-11-12", "v2");

        Assert.Equal((RoundState.Adopted, 2, Day("2026-11-12")), (vision.State, vision.VersionInForce, vision.AdoptedOn));
        Assert.Equal([RoundNews.Reopened, RoundNews.Adopted], vision.News);
        Assert.Equal([DutyKind.FollowUp], vision.Duties.Select(d => d.Kind));
    }

    private static void OrientationGate()
    {
        var gate = Draft(RoundKind.Gate);
        gate.PublishDefinitive(Hash("voorkeursvariant"), "Voorkeursvariant", Day("2024-09-01"));
        gate.PutToAdoption(Day("2024-09-30"));
        foreach (var college in Executives.Skip(1))
            gate.Decide(college, DecisionOutcome.Adopted, "2024-09-20", "voorkeursvariant");
        gate.StartAtOwnRisk(new SteeringDecision(Abo, Day("2024-09-25"), "Het bedrijfsplan begint vooruitlopend."), Day("2024-09-26"), "test", DateTimeOffset.UnixEpoch);
        Assert.Equal(RoundState.ToAdopt, gate.State);

        gate.Decide(Abo, DecisionOutcome.Adopted, "2024-09-27", "voorkeursvariant");
        var conditional = gate.Decide(Executives[0], DecisionOutcome.AdoptedWithConditions, "2024-10-01", "voorkeursvariant", f => f with { BlockedStep = "inrichting organisatie" });

        Assert.True(conditional.Counts);
        Assert.Equal(RoundState.Adopted, gate.State);
    }

    private static void JointArrangement()
    {
        var arrangement = Draft(RoundKind.JointArrangement);
        arrangement.OpenViews(Hash("ontwerpregeling"), Day("2025-11-30"), Day("2025-09-01"));
        Assert.All(arrangement.Owing(DutyKind.View), body => Assert.EndsWith(":council", body, StringComparison.Ordinal));
        arrangement.CloseViews(Day("2025-12-01"));
        arrangement.StartWeighing();
        arrangement.PublishDefinitive(Hash("v1"), "Regeling", Day("2026-01-10"));
        arrangement.PutToAdoption(Day("2026-06-01"));
        Assert.Equal(Executives, arrangement.Owing());

        // A council permits what its college has decided, and nothing before.
        Assert.Equal(["STEP_NOT_OPEN"], arrangement.Decide(Assen, DecisionOutcome.Adopted, "2026-02-01").Flags);
        foreach (var college in Executives)
            arrangement.Decide(college, DecisionOutcome.Adopted, "2026-02-10", with: f => f with { StepCode = "decision" });
        Assert.Equal(Councils, arrangement.Owing());

        var refusal = arrangement.Decide(Emmen, DecisionOutcome.Rejected, "2026-03-01");
        Assert.Equal(["REFUSED_WITHOUT_GROUND"], refusal.Flags);
        arrangement.Decide(Emmen, DecisionOutcome.Rejected, "2026-03-15", with: f => f with { RefusalGround = RefusalGround.GeneralInterest });
        Assert.Equal(RoundState.NotAdopted, arrangement.State);
        PermissionAfterReversalChangesAndDeferral(arrangement);
        foreach (var college in Executives)
            arrangement.Decide(college, DecisionOutcome.Adopted, "2026-05-01", with: f => f with { StepCode = "adoption" });
        Assert.Equal(RoundState.Adopted, arrangement.State);

        // A council that takes its permission back takes the ground away from under its college's adoption.
        arrangement.Decide(Meppel, DecisionOutcome.Reversed, "2026-05-20", text: "");
        Assert.Equal(RoundState.ToAdopt, arrangement.State);
        Assert.Equal([Meppel], arrangement.Owing());

        // Another text asks every college again; what was decided on the first one stays.
        arrangement.Reopen("2026-06-01");
        arrangement.PublishDefinitive(Hash("v2"), "Regeling, tweede versie", Day("2026-07-01"));
        arrangement.PutToAdoption(Day("2026-12-01"));
        Assert.Equal(Executives, arrangement.Owing());
        Assert.Equal(0, arrangement.Standing().Steps.Sum(s => s.Counting));
        Assert.Equal(12, arrangement.Decisions.Count(d => d is { VersionNumber: 1, StepCode: "adoption", Outcome: DecisionOutcome.Adopted }));
    }

    private static void PermissionAfterReversalChangesAndDeferral(Round arrangement)
    {
        arrangement.Decide(Emmen, DecisionOutcome.Reversed, "2026-03-20", text: "");
        Assert.Equal(RoundState.ToAdopt, arrangement.State);
        arrangement.Decide(Meppel, DecisionOutcome.Deferred, "2026-03-20", text: "", with: f => f with { DeferredUntil = Day("2026-04-23") });
        Assert.Equal(Day("2026-04-23"), arrangement.Duties.Single(d => d is { Kind: DutyKind.Decision, BodyId: Meppel }).DueOn);
        var changed = arrangement.Decide(Assen, DecisionOutcome.AdoptedWithChanges, "2026-03-25");
        Assert.False(changed.Counts);
        arrangement.RuleOnDecision(changed.Number, new RulingFacts(Ruling.AskAgain, Abo, Day("2026-03-27"), "Toestemming kent geen wijzigingen."), Day("2026-03-27"));
        Assert.Equal(Councils.Order(), arrangement.Owing().Order());

        foreach (var council in Councils)
            arrangement.Decide(council, DecisionOutcome.Adopted, council == Meppel ? "2026-04-23" : "2026-04-01");
        Assert.Equal(Executives, arrangement.Owing());
    }
}
