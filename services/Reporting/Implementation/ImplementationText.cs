using Regio.Documents;
using Regio.Reporting.Computing;
using Regio.Reporting.Monitor;
using Regio.Reporting.Pages;

namespace Regio.Reporting.Implementation;

/// <summary>The implementation plan, in Dutch.</summary>
internal static class ImplementationText
{
    public static Document Of(ImplementationView view) => new(
        $"Uitvoeringsagenda jeugdhulp {view.AreaName}",
        $"Wat er voor elk doel wordt gedaan, door wie en tot wanneer, en wat daarvan te zien is in de cijfers. Stand op {Dutch.Day(view.Day)}. Wat niet bekend is, staat er als “{Dutch.Unknown}”.",
        view.Goals.Count == 0
            ? [Section.Of("doelen", "Doelen", [$"Welke doelen er zijn, is {Dutch.Unknown}."], [])]
            : [.. view.Goals.Select((goal, index) => Goal(goal, index + 1, view)), .. Loose(view)],
        "Een beginwaarde is het laatste jaar voordat het doel begon, als dat hetzelfde telt als het laatste jaar. Een doel zonder cijfers is niet zonder resultaat: het resultaat is niet bekend.");

    private static Section Goal(GoalView goal, int number, ImplementationView view) => Section.Of(
        $"doel-{number}",
        goal.Goal.Node.Title,
        [
            $"Eigenaar: {OrUnknown(view.NameOf(goal.Goal.Node.OwnerBodyId))}. Looptijd: {Period(goal.Goal.Node.ValidFrom, goal.Goal.Node.ValidUntil)}.",
            .. goal.Goal.Actions.Count == 0 ? [$"Welke acties hierbij horen, is {Dutch.Unknown}."] : Array.Empty<string>(),
            .. goal.Goal.Idle.Count == 0 ? Array.Empty<string>() : [$"Zonder bekende actie: {string.Join("; ", goal.Goal.Idle.Select(node => node.Title))}."],
            .. goal.Measures.Count == 0 ? [$"Waaraan te zien is of dit doel wordt bereikt, is {Dutch.Unknown}."] : Array.Empty<string>(),
        ],
        [
            .. goal.Goal.Actions.Count == 0 ? Array.Empty<Table>() : [Actions("Wat ervoor wordt gedaan", goal.Goal.Actions, view)],
            .. goal.Measures.Count == 0 ? Array.Empty<Table>() : [Measures(goal.Measures)],
        ]);

    private static IEnumerable<Section> Loose(ImplementationView view) => view.Loose.Count == 0
        ? []
        : [Section.Of("zonder-doel", "Acties zonder doel", ["Deze acties horen bij iets dat op deze dag onder geen doel hangt."], [Actions("Acties zonder doel", view.Loose, view)])];

    private static Table Actions(string caption, IReadOnlyList<PlannedAction> actions, ImplementationView view) => new(
        caption,
        [new("Actie", Share: 3), new("Onderdeel van", Share: 2), new("Wie", Share: 2), new("Tot en met"), new("Stand", Share: 2)],
        [
            .. actions.Select(action => new[]
            {
                OrUnknown(action.Item.Title), OrUnknown(string.Join(" › ", action.Path), "het doel zelf"), OrUnknown(view.NameOf(action.Item.OwnerId)),
                Dutch.Day(action.Item.DueOn), State(action),
            }),
        ]);

    private static Table Measures(IReadOnlyList<PlanMeasure> measures) => new(
        "Wat ervan te zien is",
        [new("Indicator", Share: 2), Number("Beginwaarde"), Number("Doel"), Number("Laatste cijfer"), new("Ontwikkeling"), new("Oordeel")],
        [
            .. measures.Select(measure => new[]
            {
                measure.Node.Title, Figure(measure.Baseline), Target(measure.Series?.Target), Figure(measure.Latest), Words.Direction(measure.Direction),
                Words.Light(measure.Series?.Light ?? Light.Unknown),
            }),
        ]);

    private static string State(PlannedAction action) => action.State switch
    {
        PlanActionState.Done => $"gedaan op {Dutch.Day(action.Item.ClosedOn)}",
        PlanActionState.Dropped => $"vervallen op {Dutch.Day(action.Item.ClosedOn)}",
        PlanActionState.Overdue => "te laat",
        _ => "loopt",
    };

    private static string Figure(YearFigure? figure) => figure is null ? Dutch.Unknown : $"{figure.Observation.Value} {Dutch.Unit(figure.Observation.Unit)} ({figure.Year})";

    private static string Target(IndicatorTarget? target) => target is null ? Dutch.Unknown : $"{(target.HigherIsBetter ? "vanaf" : "tot en met")} {Dutch.Amount(target.Green)}";

    private static string Period(DateOnly? began, DateOnly? ended) => (began, ended) switch
    {
        (null, null) => Dutch.Unknown,
        ({ } first, null) => $"vanaf {Dutch.Day(first)}, einde {Dutch.Unknown}",
        (_, { } after) => $"{(began is { } first ? $"{Dutch.Day(first)} " : "")}tot en met {Dutch.Day(after.AddDays(-1))}",
    };

    private static string OrUnknown(string text, string otherwise = Dutch.Unknown) => text.Length == 0 ? otherwise : text;

    private static Column Number(string name) => new(name, IsNumber: true);
}
