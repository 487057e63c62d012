using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Tests.Cases;

/// <summary>The rules of a case from its decision to its closing, and of its lead and its clock.</summary>
public sealed class FollowUpRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_case_has_one_lead_at_a_time_and_without_one_raises_an_alarm()
    {
        var file = Registered();
        Assert.True(file.IsLeadMissing);

        file.AssignLead("first", On(0));
        var broken = Assert.Throws<DomainException>(() => file.AssignLead("second", On(0)));
        Assert.Equal(("LEAD_PRESENT", "first", false), (broken.Rule.Code, file.Lead, file.IsLeadMissing));

        file.EndLead(On(1));
        file.AssignLead("second", On(1));
        Assert.Equal("second", file.Lead);
    }

    [Fact]
    public void A_case_that_is_closed_or_returned_has_no_lead_and_no_alarm()
    {
        var returned = Registered();
        returned.AssignLead("a lead", On(0));
        returned.ReturnTo("a team", "a step", On(1));
        var closed = InExecution();
        closed.AssignLead("a lead", On(0));
        closed.RecordOutcome(new Outcome(OutcomeResult.Reached, "", [], ""), On(1));
        closed.Close("nobody answered", On(1));

        Assert.All([returned, closed], file => Assert.Equal((null, false), (file.Lead, file.IsLeadMissing)));
    }

    [Fact]
    public void The_time_in_a_state_leaves_out_what_the_clock_stood_still()
    {
        var file = Registered();
        file.StopClock(ClockStopReason.Court, On(2));
        file.ResumeClock(On(5));
        file.Accept(On(10));
        file.StopClock(ClockStopReason.Family, On(12));

        var path = CasePath.Of(file, file.Transitions, On(20).At).ToList();

        Assert.Equal([(CaseState.Registered, 7, 3), (CaseState.Accepted, 2, 8)], path.Select(s => (s.State, s.Elapsed.Days, s.Stopped.Days)));
        Assert.Equal([On(10).At, null], path.Select(s => s.EndedAt));
    }

    [Fact]
    public void A_move_lets_the_clock_run_again()
    {
        var file = Registered();
        file.StopClock(ClockStopReason.Court, On(1));

        file.Accept(On(4));

        Assert.Null(file.ClockStop);
        Assert.Equal(TimeSpan.FromDays(3), file.Transitions[^1].Stopped);
        Assert.Equal("CLOCK_RUNS", Assert.Throws<DomainException>(() => file.ResumeClock(On(5))).Rule.Code);
    }

    [Fact]
    public void A_closed_place_takes_the_order_of_a_court_that_was_given()
    {
        var file = Stuck();

        Assert.Equal("COURT_ORDER_MISSING", Broken(() => file.Escalate(new Escalation(EscalationTarget.PcNoord, "q", courtOrder: null), On(1))));
        Assert.Equal("COURT_ORDER_IN_FUTURE", Broken(() => file.Escalate(new Escalation(EscalationTarget.PcNoord, "q", new CourtOrder("C/19/1", On(2).Day)), On(1))));
        file.Escalate(new Escalation(EscalationTarget.PcNoord, "q", new CourtOrder("C/19/1", On(1).Day)), On(1));
        Assert.Equal(CaseState.Escalated, file.State);
    }

    [Fact]
    public void Back_from_a_wider_table_a_case_comes_to_the_own_table_without_triage_in_another_round()
    {
        var file = Stuck();
        file.Escalate(new Escalation(EscalationTarget.Jenn, "q", courtOrder: null), On(1));

        file.EndEscalation(toTable: true, "an answer", On(2));

        Assert.Equal((CaseState.Accepted, 2, TriageWaiver.ReturnFromEscalation), (file.State, file.Round, file.TriageWaiver));
        Assert.Null(file.SittingDate);
    }

    [Fact]
    public void In_a_breakthrough_help_is_there_at_once_and_nobody_decides_again()
    {
        var file = Registered();

        file.BreakThrough("a family home", "Jeugdbescherming Noord", On(0));

        Assert.Equal((CaseState.InExecution, TriageWaiver.Breakthrough), (file.State, file.TriageWaiver));
        Assert.Equal("CASE_STATE", Broken(() => file.Decide(new DecisionText(followsAdvice: true, ""), On(1))));
    }

    [Fact]
    public void What_was_not_reached_has_a_cause()
    {
        Assert.Equal("BOTTLENECK_MISSING", Broken(() => InExecution().RecordOutcome(new Outcome(OutcomeResult.NotReached, "", [], ""), On(1))));
        Assert.Equal("BOTTLENECK_MISSING", Broken(() => InExecution().ReportStuck([], "a reason", On(1))));
    }

    [Fact]
    public void A_case_closes_after_its_evaluation_or_says_why_there_is_none()
    {
        var file = InExecution();
        file.RecordOutcome(new Outcome(OutcomeResult.Reached, "", [], ""), On(1));
        Assert.Equal("EVALUATION_MISSING", Broken(() => file.Close("", On(2))));
        file.Evaluate("learned", On(2));
        file.Close("", On(3));

        file.Evaluate("a late answer of the family", On(30));

        Assert.Equal(CaseState.Closed, file.State);
    }

    [Fact]
    public void Siblings_are_children_of_the_case_once_each()
    {
        var (child, sibling) = (Guid.NewGuid(), Guid.NewGuid());

        var file = Case.Register(Guid.NewGuid(), child, [sibling, child, sibling], "GM0106", "a question", On(0));

        Assert.Equal([child, sibling], file.Pseudonyms);
    }

    private static Act On(int day) => new("a guide", Start.AddDays(day));

    private static Case Registered() => Case.Register(Guid.NewGuid(), Guid.NewGuid(), [], "GM0106", "a question", On(0));

    private static Case InExecution()
    {
        var file = Registered();
        file.BreakThrough("help", "an institution", On(0));
        return file;
    }

    private static Case Stuck()
    {
        var file = InExecution();
        file.ReportStuck([BottleneckCode.NoSupply], "a reason", On(0));
        return file;
    }

    private static string Broken(Action act) => Assert.Throws<DomainException>(act).Rule.Code;
}
