using Regio.Documents;
using Regio.Reporting.Pages;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Rounds;

/// <summary>What a council decides, until when, what may still change and what became of its views, motions and pledges.</summary>
internal static class CouncilRounds
{
    // The report has two pages; what is older stands on the page of decision rounds.
    private const int MostRounds = 3;

    public static Section Of(IReadOnlyList<RoundStory> stories, string municipalityId, int page) => stories.Count == 0
        ? Section.Of(
            "besluiten",
            Heading,
            [$"Er is geen besluitronde bekend waaraan deze gemeente meedoet. Of de raad iets moet besluiten, is {Dutch.Unknown}; de griffier weet het."],
            [],
            page)
        : new Section("besluiten", Heading, [.. stories.OrderBy(Urgency).Take(MostRounds).SelectMany(story => Round(story, municipalityId)), .. Others(stories)], page);

    private const string Heading = "Wat de raad besluit, tot wanneer, en wat er nog kan veranderen";

    /// <summary>What asks something of the council comes first.</summary>
    private static int Urgency(RoundStory story) => story.Round.State switch
    {
        "to-adopt" => 0,
        "views-open" => 1,
        "not-adopted" or "reopened" => 2,
        "public-comment" or "views-closed" or "weighing" or "definitive" => 3,
        "adopted" => 4,
        _ => 5,
    };

    private static IEnumerable<Block> Round(RoundStory story, string municipalityId)
    {
        yield return new SubHeading(story.Round.Subject);
        yield return new ItemList(
        [
            $"Stand: {RoundWords.State(story.Round.State)}, versie {story.Round.VersionNumber}. {Until(story.Round)}",
            RoundWords.MayChange(story.Round.State),
            .. Own(story, municipalityId),
            .. Others(story),
            .. Views(story, municipalityId),
            .. FollowUps(story, municipalityId),
        ]);
    }

    private static string Until(ProjectedRound round) => (round.State, round.ViewsDueOn, round.DecisionsDueOn) switch
    {
        ("views-open", { } due, _) => $"Een zienswijze kan tot en met {Dutch.Day(due)}.",
        ("to-adopt", _, { } due) => $"Besluiten kan tot en met {Dutch.Day(due)}.",
        ("adopted", _, _) when round.AdoptedOn is { } day => $"Vastgesteld op {Dutch.Day(day)}.",
        ("adopted" or "withdrawn", _, _) => "",
        _ => $"Tot wanneer de raad kan besluiten, is {Dutch.Unknown}.",
    };

    private static IEnumerable<string> Own(RoundStory story, string municipalityId) =>
        from body in story.Bodies
        where body.MunicipalityId == municipalityId
        select $"{Capital(body.BodyName)}, {body.StepTitle}: {RoundWords.Outcome(body)}"
            + (body.DecidedOn is { } decided ? $" op {Dutch.Day(decided)}" : body.PlannedOn is { } planned ? $", gepland op {Dutch.Day(planned)}" : "")
            + (body.Outcome.Length > 0 ? $" ({RoundWords.Verdict(body.Verdict)})." : ".");

    private static IEnumerable<string> Others(RoundStory story) =>
        story.Bodies.GroupBy(body => body.StepPosition).Select(step => $"Hoe de anderen besloten, {step.First().StepTitle}: {RoundText.Progress(step)}.");

    private static IEnumerable<string> Views(RoundStory story, string municipalityId) =>
        from view in story.Views
        where view.MunicipalityId == municipalityId
        let remarks = story.RemarksOf(view).ToList()
        select $"Zienswijze van {view.BodyName} op versie {view.VersionNumber}: {RoundWords.View(view)}"
            + (remarks.Count > 0 ? $". Van {remarks.Count} opmerkingen: {Counted(remarks)}." : ".");

    private static string Counted(IEnumerable<ProjectedRoundRemark> remarks) => string.Join(", ", remarks
        .GroupBy(remark => remark.Weighing).OrderBy(same => same.Key.Length == 0).ThenBy(same => same.Key, StringComparer.Ordinal)
        .Select(same => $"{same.Count()} {RoundWords.Weighing(same.Key)}"));

    private static IEnumerable<string> FollowUps(RoundStory story, string municipalityId) =>
        from followUp in story.FollowUps
        where followUp.AskedByMunicipalityId == municipalityId && !followUp.Dropped
        select $"{Capital(RoundWords.FollowUp(followUp.Kind))} {followUp.Number}, bij {followUp.OwnerName}: {RoundWords.FollowUpState(followUp)}.";

    private static IEnumerable<Block> Others(IReadOnlyList<RoundStory> stories) => stories.Count > MostRounds
        ? [new Note($"Nog {stories.Count - MostRounds} rondes staan op de pagina met alle besluitrondes van de monitor.")]
        : [];

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
