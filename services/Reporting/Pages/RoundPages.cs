using Microsoft.AspNetCore.Http.HttpResults;
using Regio.Reporting.Rounds;

namespace Regio.Reporting.Pages;

/// <summary>The decision rounds, for anybody.</summary>
internal static class RoundPages
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapRoundPages(this WebApplication app)
    {
        // Public: what councils and colleges decided is public, and nothing else is told.
        var pages = app.MapGroup("/besluiten").AllowAnonymous().AddEndpointFilter(PageHeaders.AddAsync);
        pages.MapMethods("", Reading, async (RoundReader rounds, CancellationToken ct) =>
            new RazorComponentResult<RoundListPage>(new { Rows = (IReadOnlyList<RoundRow>)[.. (await rounds.ListAsync(ct)).Select(RoundRow.Of)] }));
        pages.MapMethods("/{id:guid}", Reading, async (Guid id, RoundReader rounds, CancellationToken ct) =>
            await rounds.FindAsync(id, ct) is { } story
                ? (IResult)new RazorComponentResult<RoundPage>(new { Report = RoundText.Of(story) })
                : Results.NotFound());
    }
}

/// <summary>A round in the list of rounds.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Subject">What is decided.</param>
/// <param name="Kind">What it is about, in Dutch.</param>
/// <param name="State">Where it stands, in Dutch.</param>
/// <param name="Until">What the next day is that matters.</param>
/// <param name="Progress">How far each step is.</param>
public sealed record RoundRow(Guid Id, string Subject, string Kind, string State, string Until, string Progress)
{
    internal static RoundRow Of(RoundStory story) => new(
        story.Round.Id,
        story.Round.Subject,
        RoundWords.Kind(story.Round.Kind),
        $"{RoundWords.State(story.Round.State)}, versie {story.Round.VersionNumber}",
        story.Round.State switch
        {
            "public-comment" => Dutch.Day(story.Round.CommentsDueOn),
            "views-open" => Dutch.Day(story.Round.ViewsDueOn),
            "to-adopt" => Dutch.Day(story.Round.DecisionsDueOn),
            "adopted" => $"vastgesteld op {Dutch.Day(story.Round.AdoptedOn)}",
            "withdrawn" => "",
            _ => Dutch.Unknown,
        },
        string.Join("; ", story.Bodies.GroupBy(body => body.StepPosition).Select(step => $"{step.First().StepTitle}: {RoundText.Progress(step)}")));
}
