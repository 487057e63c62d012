using Regio.Reporting.Projection;

namespace Regio.Reporting.Implementation;

/// <summary>Where an action stands on a day; the numbers are those of the messages.</summary>
internal enum PlanActionState
{
    Open = 1,
    Overdue = 2,
    Done = 3,
    Dropped = 4,
}

/// <summary>What is done for a goal.</summary>
/// <param name="Item">The item, as it stands now.</param>
/// <param name="Path">Titles of the efforts and dossiers between it and its goal, from the goal down.</param>
/// <param name="State">Where it stands on the day.</param>
internal sealed record PlannedAction(ProjectedWorkItem Item, IReadOnlyList<string> Path, PlanActionState State);

/// <summary>A goal with what hangs below it and below no other goal.</summary>
/// <param name="Node">The goal.</param>
/// <param name="ParentId">The goal above it; null: none.</param>
/// <param name="Actions">What carries it out, the first due on top.</param>
/// <param name="Idle">Efforts and dossiers that nothing carries out.</param>
/// <param name="Indicators">By what one sees whether it is reached.</param>
internal sealed record PlannedGoal(
    ProjectedGoalNode Node, Guid? ParentId, IReadOnlyList<PlannedAction> Actions, IReadOnlyList<ProjectedGoalNode> Idle, IReadOnlyList<ProjectedGoalNode> Indicators);

/// <summary>The goal tree with what carries it out, as it holds on a day.</summary>
/// <param name="Goals">Each goal before those below it.</param>
/// <param name="Loose">What carries out something that hangs below no goal on that day.</param>
internal sealed record GoalPlan(IReadOnlyList<PlannedGoal> Goals, IReadOnlyList<PlannedAction> Loose)
{
    private const string Goal = "goal";
    private const string Indicator = "indicator";

    /// <summary>Puts nodes and items together.</summary>
    /// <param name="all">All nodes, those that do not hold on the day too.</param>
    /// <param name="items">All items that carry out a node.</param>
    /// <param name="day">The day.</param>
    /// <param name="municipalityId">Whose items are shown; empty: those of all. What others carry out is not idle either.</param>
    public static GoalPlan On(IEnumerable<ProjectedGoalNode> all, IEnumerable<ProjectedWorkItem> items, DateOnly day, string municipalityId = "")
    {
        var nodes = all.Where(node => node.HoldsOn(day)).ToDictionary(node => node.Id);
        var paths = nodes.Values.ToDictionary(node => node.Id, node => Up(node, nodes));
        var raised = items.Where(item => item.RaisedOn <= day).ToList();
        var actions = raised.Where(item => municipalityId.Length == 0 || item.MunicipalityId == municipalityId).OrderBy(item => item.DueOn ?? DateOnly.MaxValue).ThenBy(item => item.Id)
            .Select(item => (item.GoalNodeId, Action: new PlannedAction(item, PathOf(item, paths), StateOf(item, day)))).ToList();
        var byGoal = actions.ToLookup(each => each.GoalNodeId is { } node && paths.TryGetValue(node, out var path) ? GoalOf(path)?.Id : null, each => each.Action);
        var carriedOut = raised.Select(item => item.GoalNodeId).ToHashSet();
        var goals = Ordered(nodes.Values.Where(node => node.Kind == Goal).Select(node => (Node: node, Above: GoalOf([.. paths[node.Id].Skip(1)])?.Id)).ToList());
        return new(
            [
                .. goals.Select(goal => new PlannedGoal(
                    goal.Node,
                    goal.Above,
                    [.. byGoal[goal.Node.Id]],
                    [.. Below(goal.Node).Where(node => node.Kind != Indicator && !IsCarriedOut(node)).OrderBy(node => node.Title, StringComparer.Ordinal)],
                    [.. Below(goal.Node).Where(node => node.Kind == Indicator).OrderBy(node => node.Title, StringComparer.Ordinal).ThenBy(node => node.Id)])),
            ],
            [.. byGoal[null]]);

        IEnumerable<ProjectedGoalNode> Below(ProjectedGoalNode goal) =>
            nodes.Values.Where(node => node.Kind != Goal && GoalOf(paths[node.Id])?.Id == goal.Id);

        // An effort is carried out by what hangs below its dossiers as well.
        bool IsCarriedOut(ProjectedGoalNode node) => nodes.Keys.Any(id => carriedOut.Contains(id) && paths[id].Contains(node));
    }

    /// <summary>Where an item stands on a day.</summary>
    public static PlanActionState StateOf(ProjectedWorkItem item, DateOnly day) => item switch
    {
        { ClosedOn: { } closed, State: "dropped" } when closed <= day => PlanActionState.Dropped,
        { ClosedOn: { } closed } when closed <= day => PlanActionState.Done,
        { DueOn: { } due } when due < day => PlanActionState.Overdue,
        _ => PlanActionState.Open,
    };

    /// <summary>The node and what it hangs below, up to the top. Nodes are told one by one, and for a while may make a circle.</summary>
    private static List<ProjectedGoalNode> Up(ProjectedGoalNode node, Dictionary<Guid, ProjectedGoalNode> nodes)
    {
        List<ProjectedGoalNode> path = [node];
        while (path[^1].ParentId is { } parent && nodes.TryGetValue(parent, out var above) && !path.Contains(above))
            path.Add(above);
        return path;
    }

    private static ProjectedGoalNode? GoalOf(IReadOnlyList<ProjectedGoalNode> path) => path.FirstOrDefault(node => node.Kind == Goal);

    private static IReadOnlyList<string> PathOf(ProjectedWorkItem item, Dictionary<Guid, List<ProjectedGoalNode>> paths) =>
        item.GoalNodeId is { } node && paths.TryGetValue(node, out var path)
            ? [.. path.TakeWhile(above => above.Kind != Goal).Reverse().Select(above => above.Title)]
            : [];

    private static IEnumerable<(ProjectedGoalNode Node, Guid? Above)> Ordered(List<(ProjectedGoalNode Node, Guid? Above)> goals)
    {
        var below = goals.OrderBy(goal => goal.Node.Id).ToLookup(goal => goal.Above);
        // Goals in a circle hang below no top; they come last rather than not at all.
        var reached = below[null].SelectMany(Down).ToList();
        return reached.Concat(goals.Where(goal => !reached.Contains(goal)));

        IEnumerable<(ProjectedGoalNode Node, Guid? Above)> Down((ProjectedGoalNode Node, Guid? Above) goal) => below[goal.Node.Id].SelectMany(Down).Prepend(goal);
    }
}
