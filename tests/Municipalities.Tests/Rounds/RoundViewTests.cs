using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Errors;
using static Regio.Municipalities.Tests.Rounds.Drenthe;

namespace Regio.Municipalities.Tests.Rounds;

public sealed class RoundViewTests
{
    private readonly Round _round = Draft(RoundKind.RegionalVision);

    public RoundViewTests() => _round.OpenViews(Hash("concept"), Day("2026-02-01"), Day("2025-10-01"));

    [Fact]
    public void Every_council_college_and_advisory_council_owes_a_view() => Assert.Equal(36, _round.Owing(DutyKind.View).Count());

    [Fact]
    public void Who_says_nothing_is_silent_and_has_not_agreed()
    {
        View(Assen, ViewAct.Waive, "2026-01-10");
        Assert.Equal(RoundRules.ViewsStillDue, Refused(() => _round.CloseViews(Day("2026-02-01"))));

        _round.CloseViews(Day("2026-02-02"));

        Assert.Equal(35, _round.Views.Count(v => v.State == ViewState.Silent));
        Assert.Equal(ViewState.NoView, _round.Views.Single(v => v.BodyId == Assen).State);
        Assert.Empty(_round.Duties);
        Assert.DoesNotContain(_round.Standing().Steps.SelectMany(s => s.Bodies), b => b.Verdict == Verdict.Counts);
    }

    [Fact]
    public void A_view_is_in_time_by_the_day_it_was_received()
    {
        _round.CloseViews(Day("2026-02-02"));

        Assert.Equal(ViewState.SubmittedInTime, View(AaEnHunze, ViewAct.Submit, "2026-01-22", "Borg de lokale aansluiting.").State);
        var late = View(Emmen, ViewAct.Submit, "2026-02-02", "Te laat.");
        Assert.Equal((ViewState.SubmittedLate, "VIEW_LATE"), (late.State, Assert.Single(late.Flags)));
    }

    [Fact]
    public void A_text_becomes_definitive_when_every_remark_in_time_is_weighed_and_waits_for_no_late_one()
    {
        var view = View(AaEnHunze, ViewAct.Submit, "2026-01-22", "Eerste.", "Tweede.");
        _round.CloseViews(Day("2026-02-02"));
        View(Emmen, ViewAct.Submit, "2026-02-20", "Te laat.");
        _round.StartWeighing();
        _round.WeighRemark(view.Number, 1, new WeighingFacts(Weighing.Adopted, "Overgenomen.", "", null));
        Assert.Equal(RoundRules.RemarksNotWeighed, Refused(() => _round.PublishDefinitive(Hash("v1"), "", Day("2026-03-01"))));

        _round.WeighRemark(view.Number, 2, new WeighingFacts(Weighing.NotAdopted, "Niet regionaal.", "", null));
        _round.PublishDefinitive(Hash("v1"), "", Day("2026-03-01"));

        Assert.Equal(ViewState.Processed, view.State);
        Assert.Equal(RoundState.Definitive, _round.State);
    }

    [Fact]
    public void A_remark_carried_into_the_implementation_is_owed_by_its_owner_until_it_is_done()
    {
        var view = View(AaEnHunze, ViewAct.Submit, "2026-01-22", "Borg de lokale aansluiting.");
        _round.CloseViews(Day("2026-02-02"));
        _round.StartWeighing();

        _round.WeighRemark(view.Number, 1, new WeighingFacts(Weighing.CarriedIntoImplementation, "In het implementatieplan.", Abo, Day("2026-12-31")));

        var owed = Assert.Single(_round.Duties);
        Assert.Equal((DutyKind.FollowUp, Abo, Day("2026-12-31")), (owed.Kind, owed.BodyId, owed.DueOn));
        _round.CompleteFollowUp(view.Remarks[0].FollowUpNumber!.Value, Day("2026-11-01"), "Opgenomen in hoofdstuk 4.", Day("2026-11-02"));
        Assert.Empty(_round.Duties);
        Assert.Equal(RoundRules.FollowUpDone, Refused(() => _round.CompleteFollowUp(1, Day("2026-11-01"), "Nogmaals.", Day("2026-11-02"))));
    }

    [Fact]
    public void A_remark_weighed_otherwise_is_no_longer_owed()
    {
        var view = View(AaEnHunze, ViewAct.Submit, "2026-01-22", "Borg de lokale aansluiting.");
        _round.CloseViews(Day("2026-02-02"));
        _round.StartWeighing();
        _round.WeighRemark(view.Number, 1, new WeighingFacts(Weighing.CarriedIntoImplementation, "Later.", Abo, Day("2026-12-31")));

        _round.WeighRemark(view.Number, 1, new WeighingFacts(Weighing.Partly, "Deels overgenomen.", "", null));

        Assert.Empty(_round.Duties);
        Assert.Null(view.Remarks[0].FollowUpNumber);
    }

    [Fact]
    public void A_view_that_nobody_asked_is_recorded_and_nothing_waits_for_it()
    {
        var view = View("GM0014:council", ViewAct.Submit, "2026-01-22", "Ook wij hebben een mening.");

        Assert.Equal(["VIEW_NOT_ASKED"], view.Flags);
        Assert.False(view.MustBeWeighed);
    }

    [Fact]
    public void A_body_may_add_to_its_view()
    {
        View(Assen, ViewAct.Submit, "2026-01-22", "Eerste.");
        var added = View(Assen, ViewAct.Submit, "2026-01-25", "Aanvulling.");

        Assert.True(added.MustBeWeighed);
        Assert.Equal(2, _round.Views.Count(v => v.BodyId == Assen));
    }

    [Fact]
    public void A_concept_of_an_earlier_version_is_no_text_of_the_next()
    {
        _round.CloseViews(Day("2026-02-02"));
        _round.StartWeighing();
        _round.PublishDefinitive(Hash("v1"), "", Day("2026-03-01"));
        _round.Reopen("2026-03-10", askViewsAgain: true);

        Assert.Equal(RoundRules.TextOfOtherVersion, Refused(() => _round.OpenViews(Hash("v1"), Day("2026-06-01"), Day("2026-03-11"))));
        Assert.Equal(RoundRules.StateForbids, Refused(() => _round.PublishDefinitive(Hash("v2"), "", Day("2026-03-11"))));
    }

    private RoundView View(string body, ViewAct act, string on, params string[] remarks) =>
        _round.RecordView(BodyId.Parse(body)!, body, act, Day(on), remarks, Day("2026-11-01"));

    private static Rule Refused(Action act) => Assert.Throws<DomainException>(act).Rule;
}
