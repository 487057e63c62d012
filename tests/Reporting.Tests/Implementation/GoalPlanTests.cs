using Regio.Reporting.Implementation;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Tests.Implementation;

/// <summary>What belongs to which goal, and how it stands on a day.</summary>
public sealed class GoalPlanTests
{
    private static readonly DateOnly Day = new(2026, 6, 11);
    private static readonly ProjectedGoalNode Goal = Node("goal", "Korter wachten");
    private static readonly ProjectedGoalNode Effort = Node("effort", "Wachtlijsten delen", Goal.Id);
    private static readonly ProjectedGoalNode Dossier = Node("dossier", "Aanmelding", Effort.Id);

    [Theory]
    [InlineData("open", null, null, "Open")]
    [InlineData("open", "2026-06-11", null, "Open")]
    [InlineData("open", "2026-06-10", null, "Overdue")]
    [InlineData("done", "2026-06-01", "2026-06-11", "Done")]
    [InlineData("done", "2026-06-01", "2026-06-12", "Overdue")]
    [InlineData("dropped", null, "2026-01-01", "Dropped")]
    public void An_action_stands_as_it_did_on_the_day(string state, string? due, string? closed, string expected) =>
        Assert.Equal(expected, GoalPlan.StateOf(Item(null, state, DayOf(due), DayOf(closed)), Day).ToString());

    [Fact]
    public void What_carries_out_a_dossier_carries_out_its_effort_and_its_goal()
    {
        var idle = Node("effort", "Aanbod uitbreiden", Goal.Id);
        var later = Item(Dossier, due: new DateOnly(2026, 9, 1));
        var sooner = Item(Goal, due: new DateOnly(2026, 7, 1));

        var plan = Assert.Single(GoalPlan.On([Goal, Effort, Dossier, idle], [later, sooner], Day).Goals);

        Assert.Equal([sooner.Id, later.Id], plan.Actions.Select(action => action.Item.Id));
        Assert.Equal(["Wachtlijsten delen", "Aanmelding"], plan.Actions[1].Path);
        Assert.Empty(plan.Actions[0].Path);
        Assert.Equal([idle.Title], plan.Idle.Select(node => node.Title));
    }

    [Fact]
    public void A_goal_below_a_goal_keeps_what_is_its_own()
    {
        var below = Node("goal", "Wachttijden kennen", Goal.Id);
        var measured = Node("indicator", "Wachttijd", below.Id);
        var item = Item(below);

        var plan = GoalPlan.On([measured, below, Goal], [item], Day);

        Assert.Equal([(Goal.Id, (Guid?)null, 0, 0), (below.Id, Goal.Id, 1, 1)], plan.Goals.Select(goal => (goal.Node.Id, goal.ParentId, goal.Actions.Count, goal.Indicators.Count)));
    }

    [Fact]
    public void What_hangs_below_no_goal_on_the_day_is_loose_and_not_lost()
    {
        var ended = Goal with { ValidUntil = Day };
        var item = Item(Dossier);

        Assert.Equal([item.Id], GoalPlan.On([ended, Effort, Dossier], [item], Day).Loose.Select(action => action.Item.Id));
        Assert.Empty(GoalPlan.On([ended, Effort, Dossier], [item], Day.AddDays(-1)).Loose);
        Assert.Empty(GoalPlan.On([], [item with { RaisedOn = Day.AddDays(1) }], Day).Loose);
    }

    [Fact]
    public void What_another_municipality_carries_out_is_neither_shown_nor_idle()
    {
        var plan = Assert.Single(GoalPlan.On([Goal, Effort], [Item(Effort)], Day, "GM0106").Goals);

        Assert.Empty(plan.Actions);
        Assert.Empty(plan.Idle);
    }

    [Fact]
    public void Goals_that_make_a_circle_for_a_while_are_all_shown()
    {
        var (one, other) = (Node("goal", "A"), Node("goal", "B"));

        Assert.Equal(2, GoalPlan.On([one with { ParentId = other.Id }, other with { ParentId = one.Id }], [], Day).Goals.Count);
    }

    private static DateOnly? DayOf(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static ProjectedGoalNode Node(string kind, string title, Guid? parent = null) => new()
    {
        Id = Guid.CreateVersion7(), RegionId = "JHRD", Kind = kind, Title = title, OwnerBodyId = "JHRD:ABO", ParentId = parent,
        ValidFrom = new DateOnly(2026, 1, 1), ValidUntil = null, IndicatorCode = "", Version = 1, OccurredAt = DateTimeOffset.UnixEpoch,
    };

    private static ProjectedWorkItem Item(ProjectedGoalNode? node, string state = "open", DateOnly? due = null, DateOnly? closed = null) => new()
    {
        Id = Guid.CreateVersion7(), RegionId = "JHRD", Kind = "action", State = state, OwnerId = "GM0114", MunicipalityId = "GM0114", RaisedOn = new DateOnly(2026, 1, 5),
        DueOn = due, ClosedOn = closed, FeedbackBodyId = "", FeedbackOn = null, RoundId = null, ViewNumber = 0, RemarkNumber = 0, ContractId = null, ContractLineId = null,
        AgreementId = null, ObligationNumber = 0, IndicatorCode = "", GoalNodeId = node?.Id, Title = "Lijst maken", Version = 1, OccurredAt = DateTimeOffset.UnixEpoch,
    };
}
