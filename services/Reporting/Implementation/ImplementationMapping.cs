using Regio.Reporting.Computing;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Implementation;

/// <summary>From the implementation plan to its messages.</summary>
internal static class ImplementationMapping
{
    public static V1.GetImplementationPlanResponse ToProto(this ImplementationView view) => new()
    {
        AreaId = view.AreaId,
        AreaName = view.AreaName,
        AsOf = view.Day.ToProto(),
        Goals = { view.Goals.Select(goal => goal.ToProto(view)) },
        LooseActions = { view.Loose.Select(action => action.ToProto(view)) },
    };

    private static V1.PlanGoal ToProto(this GoalView goal, ImplementationView view) => new()
    {
        GoalNodeId = goal.Goal.Node.Id.ToString("D"),
        ParentGoalId = goal.Goal.ParentId?.ToString("D") ?? "",
        Title = goal.Goal.Node.Title,
        OwnerBodyId = goal.Goal.Node.OwnerBodyId,
        Period = new() { StartDate = goal.Goal.Node.ValidFrom?.ToProto(), EndDate = goal.Goal.Node.ValidUntil?.ToProto() },
        Actions = { goal.Goal.Actions.Select(action => action.ToProto(view)) },
        IdleEfforts = { goal.Goal.Idle.Select(node => node.Title) },
        Measures = { goal.Measures.Select(ToProto) },
    };

    private static V1.PlanAction ToProto(this PlannedAction action, ImplementationView view) => new()
    {
        WorkItemId = action.Item.Id.ToString("D"),
        Title = action.Item.Title,
        Kind = action.Item.Kind,
        Path = { action.Path },
        OwnerId = action.Item.OwnerId,
        OwnerName = view.NameOf(action.Item.OwnerId),
        DueDate = action.Item.DueOn?.ToProto(),
        State = (V1.PlanActionState)action.State,
        ClosedDate = action.State is PlanActionState.Done or PlanActionState.Dropped ? action.Item.ClosedOn?.ToProto() : null,
    };

    private static V1.PlanMeasure ToProto(PlanMeasure measure) => new()
    {
        Title = measure.Node.Title,
        IndicatorId = measure.Node.IndicatorCode,
        IndicatorName = measure.Series?.Indicator.Name ?? "",
        Unit = measure.Series?.Indicator.Unit ?? "",
        Baseline = measure.Baseline?.ToPlanFigure(),
        Target = measure.Series?.Target?.ToProto(),
        Latest = measure.Latest?.ToPlanFigure(),
        Direction = (V1.Direction)((int)measure.Direction + 1),
        Light = (V1.TrafficLight)((int)(measure.Series?.Light ?? Light.Unknown) + 1),
    };

    private static V1.PlanFigure ToPlanFigure(this YearFigure figure) => new() { Year = figure.Year, Value = figure.Observation.Value };
}
