using Regio.Documents;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.Rounds.Status;

namespace Regio.Municipalities.Papers;

/// <summary>The papers of the region about a round. Each is a pure function of what it is made of.</summary>
internal static class RoundPapers
{
    /// <summary>Where a round stands (stand van zaken).</summary>
    public static Document StateOfAffairs(RoundPaper paper) => paper.Document(
        $"Stand van zaken: {paper.Round.Subject}",
        RoundSummary.Of(paper.Round),
        RoundBlocks.Facts(paper), RoundBlocks.Standing(paper), RoundBlocks.Owed(paper), RoundBlocks.FollowUps(paper), RoundBlocks.Withheld(paper));

    /// <summary>The answer to every remark (nota van beantwoording).</summary>
    public static Document ResponseMemo(RoundPaper paper)
    {
        var views = paper.Round.Views.OrderBy(v => v.Number).ToList();
        var remarks = views.Sum(v => v.Remarks.Count);
        return paper.Document(
            $"Nota van beantwoording: {paper.Round.Subject}",
            $"{remarks} opmerkingen in {views.Count(v => v.Remarks.Count > 0)} zienswijzen en inspraakreacties, elk met het antwoord.",
            [.. views.Where(v => v.Remarks.Count > 0).Select(Answered), Unanswered(views)]);
    }

    /// <summary>The annotation for the steering body.</summary>
    public static Document Annotation(RoundPaper paper)
    {
        var steering = RoundBlocks.TheBody(paper, paper.Round.SteeringBodyId);
        return paper.Document(
            $"Annotatie voor {steering}: {paper.Round.Subject}",
            RoundSummary.Of(paper.Round),
            new Section("gevraagd", "Gevraagd", [new ItemList([.. Asked(paper)], Numbered: true)]),
            RoundBlocks.Facts(paper), RoundBlocks.Owed(paper), RoundBlocks.FollowUps(paper), RoundBlocks.Withheld(paper));
    }

    private static Section Answered(RoundView view) => new(
        $"reactie-{view.Number}",
        $"{Dutch.Capital(view.Party)}{(view.BodyId is null ? " (inspraakreactie)" : "")}, ontvangen {Dutch.Day(view.ReceivedOn)}",
        [
            .. view.Remarks.OrderBy(r => r.Number).SelectMany(remark => new Block[]
            {
                new SubHeading($"Opmerking {view.Number}.{remark.Number}: {RoundBlocks.Weighed(remark.Weighing)}"),
                new Paragraph(remark.Text),
                new Paragraph($"Antwoord: {Dutch.OrUnknown(remark.Answer)}"),
            }),
        ]);

    private static Section? Unanswered(List<RoundView> views)
    {
        var silent = views.Where(v => v.State == ViewState.Silent).Select(v => v.Party).ToList();
        var none = views.Where(v => v.State == ViewState.NoView).Select(v => v.Party).ToList();
        List<string> lines =
        [
            .. none.Count > 0 ? [$"Geen zienswijze: {string.Join(", ", none)}."] : Array.Empty<string>(),
            .. silent.Count > 0 ? [$"Niets laten horen, en daarmee niet ingestemd: {string.Join(", ", silent)}."] : Array.Empty<string>(),
        ];
        return lines.Count == 0 ? null : Section.Of("overige", "Overige organen", lines, []);
    }

    // What the steering body can do now; nothing is asked that only another body may decide.
    private static IEnumerable<string> Asked(RoundPaper paper)
    {
        foreach (var duty in paper.Round.Duties.Where(d => d.Kind == DutyKind.Ruling).OrderBy(d => d.Code, StringComparer.Ordinal))
        {
            var decision = paper.Round.Decisions.FirstOrDefault(d => $"{d.Number}" == duty.Code);
            yield return $"Uitspraak te doen over het besluit van {(decision is null ? Dutch.Unknown : RoundBlocks.TheBody(paper, decision.BodyId))}.";
        }

        if (paper.Round.State == RoundState.NotAdopted)
            yield return $"Te besluiten of de ronde wordt heropend met versie {paper.Round.VersionNumber + 1}.";
        yield return "Kennis te nemen van de stand van zaken.";
    }
}
