using Regio.Reporting.Computing;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Implementation;

/// <summary>What can be seen of a goal in the figures of an area.</summary>
/// <param name="Node">The indicator in the goal tree.</param>
/// <param name="Series">The figures; null: not said by which, or no such indicator is known.</param>
/// <param name="Baseline">The last year before the goal began, where it counts as the latest does; null: not known.</param>
internal sealed record PlanMeasure(ProjectedGoalNode Node, SeriesView? Series, YearFigure? Baseline)
{
    /// <summary>The latest year; null: not known.</summary>
    public YearFigure? Latest => Series is { Segments: [.., var last] } ? last.Years[^1] : null;

    /// <summary>Where it goes.</summary>
    public Direction Direction => Series is { Segments: [.., var last] } ? last.Direction : Direction.Unknown;

    /// <summary>The measure of a goal that began on a day. Years before a break are no baseline: they count something else.</summary>
    public static PlanMeasure Of(ProjectedGoalNode node, SeriesView? series, DateOnly? began) => new(
        node,
        series,
        series is { Segments: [.., var last] } && began is { } day ? last.Years.LastOrDefault(year => year.Year < day.Year) : null);
}

/// <summary>A goal as it is shown.</summary>
internal sealed record GoalView(PlannedGoal Goal, IReadOnlyList<PlanMeasure> Measures);

/// <summary>The implementation plan of an area on a day.</summary>
/// <param name="AreaId">PV22 or a municipality.</param>
/// <param name="AreaName">Its name.</param>
/// <param name="Day">The day.</param>
/// <param name="Goals">Each goal before those below it.</param>
/// <param name="Loose">What carries out something that hangs below no goal.</param>
/// <param name="Names">Names of municipalities and regions by their codes.</param>
internal sealed record ImplementationView(
    string AreaId, string AreaName, DateOnly Day, IReadOnlyList<GoalView> Goals, IReadOnlyList<PlannedAction> Loose, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>An owner as people call it; empty: nobody.</summary>
    public string NameOf(string ownerId) => ownerId.Split(':') switch
    {
        [""] => "",
        [var scope, "executive"] => $"college van {Name(scope)}",
        [var scope, "council"] => $"gemeenteraad van {Name(scope)}",
        [var scope, var body] => $"{body} {Name(scope)}",
        _ => Name(ownerId),
    };

    private string Name(string code) => Names.GetValueOrDefault(code, code);
}
