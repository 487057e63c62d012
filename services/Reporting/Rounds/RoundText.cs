using Regio.Documents;
using Regio.Reporting.Pages;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Rounds;

/// <summary>Decision rounds in plain Dutch: who decided what and when, and what became of each view.</summary>
internal static class RoundText
{
    private const string Foot =
        "Wie wat besloot en wanneer, komt uit wat de gemeenten en de regio hebben vastgelegd. Wat nog wordt voorbereid, staat er niet. "
        + "De tekst van besluiten, zienswijzen en moties staat bij de raden zelf.";

    /// <summary>One round.</summary>
    public static Document Of(RoundStory story) => new(
        story.Round.Subject,
        $"{Capital(RoundWords.Kind(story.Round.Kind))}, versie {story.Round.VersionNumber}: {RoundWords.State(story.Round.State)}. {RoundWords.MayChange(story.Round.State)}",
        [Dates(story.Round), .. Steps(story), .. Views(story), .. FollowUps(story)],
        Foot,
        "Jeugdhulpregio Drenthe");

    /// <summary>How far a step is: in the first words that a reader sees.</summary>
    public static string Progress(IEnumerable<ProjectedRoundBody> step)
    {
        var bodies = step.ToList();
        return $"{bodies.Count(body => body.Verdict == "counts")} van {bodies.Count} tellen mee, {bodies[0].Required} zijn nodig"
            + (bodies.Count(body => body.Verdict == "refuses") is var refused and > 0 ? $", {refused} afgewezen" : "");
    }

    private static Section Dates(ProjectedRound round) => new(
        "wanneer",
        "Tot wanneer",
        [
            new Facts(
            [
                new("Inspraak tot en met", Known(round.CommentsDueOn)),
                new("Zienswijzen tot en met", Known(round.ViewsDueOn)),
                new("Besluiten tot en met", Known(round.DecisionsDueOn)),
                new("Vastgesteld", round.AdoptedOn is { } day ? $"versie {round.VersionInForce}, op {Dutch.Day(day)}" : "nog geen versie"),
            ]),
        ]);

    private static IEnumerable<Section> Steps(RoundStory story) => story.Bodies.GroupBy(body => body.StepPosition).Select(step => Section.Of(
        $"stap-{step.Key}",
        Capital(step.First().StepTitle),
        [$"{Progress(step)}."],
        [
            new Table(
                "Wie besloot wat en wanneer",
                [new("Orgaan", Share: 2), new("Besluit", Share: 2), new("Op"), new("Gepland op"), new("Telt het mee?")],
                [.. step.Select(body => new[] { Capital(body.BodyName), RoundWords.Outcome(body), RoundWords.Day(body.DecidedOn), RoundWords.Day(body.PlannedOn), RoundWords.Verdict(body.Verdict) })]),
        ]));

    private static IEnumerable<Section> Views(RoundStory story) => story.Views.Count == 0 ? [] :
    [
        Section.Of(
            "zienswijzen",
            "Wat er met de zienswijzen is gedaan",
            [],
            [
                new Table(
                    "Elke zienswijze",
                    [new("Van", Share: 2), new("Versie", IsNumber: true), new("Zienswijze", Share: 2), new("Ontvangen"), new("Opmerkingen", IsNumber: true)],
                    [.. story.Views.Select(view => new[] { Capital(view.BodyName), $"{view.VersionNumber}", RoundWords.View(view), RoundWords.Day(view.ReceivedOn), $"{story.RemarksOf(view).Count()}" })]),
                .. Remarks(story),
            ]),
    ];

    private static IEnumerable<Table> Remarks(RoundStory story) => story.Remarks.Count == 0 ? [] :
    [
        new(
            "Van opmerking tot cijfer: wat is geantwoord, wie iets doet, tot welke afspraak dat leidde en aan welk cijfer het is te zien. Een leeg vak: daarover is niets vastgelegd",
            [new("Opmerking", Share: 2), new("Antwoord", Share: 2), new("Actie bij", Share: 2), new("Stand"), new("Afspraak", Share: 2), new("Cijfer", Share: 2)],
            [
                .. from view in story.Views
                   from remark in story.RemarksOf(view)
                   let action = story.FollowUpOf(remark)
                   let threads = story.ThreadsOf(remark).ToList()
                   select new[]
                   {
                       $"{Capital(view.BodyName)}, opmerking {remark.Number}", RoundWords.Weighing(remark.Weighing),
                       action is null ? "" : action.OwnerName,
                       Together([action is null ? "" : RoundWords.FollowUpState(action), .. threads.Select(thread => RoundWords.ItemState(thread.Item))]),
                       Together(threads.Select(RoundWords.Clause)),
                       Together(threads.Select(thread => thread.IndicatorName)),
                   },
            ]),
    ];

    private static IEnumerable<Section> FollowUps(RoundStory story) => story.FollowUps.Count == 0 ? [] :
    [
        Section.Of(
            "vervolg",
            "Moties, toezeggingen en acties",
            [],
            [
                new Table(
                    "Wat er nog moet gebeuren en wat is gedaan",
                    [new("Nummer"), new("Soort", Share: 2), new("Bij wie", Share: 2), new("Stand", Share: 2)],
                    [.. story.FollowUps.Select(f => new[] { $"{f.Number}", RoundWords.FollowUp(f.Kind), f.OwnerName, RoundWords.FollowUpState(f) })]),
            ]),
    ];

    private static string Together(IEnumerable<string> texts) => string.Join("; ", texts.Where(text => text.Length > 0).Distinct());

    private static string Known(DateOnly? day) => day is { } known ? Dutch.Day(known) : Dutch.Unknown;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
