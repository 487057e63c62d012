using Regio.Documents;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.Rounds.Status;

namespace Regio.Municipalities.Papers;

/// <summary>
/// The papers of a municipality for its council: the text that all share, the facts of the round as they touch this council,
/// and the own text. The order of the sections is that of council papers in Drenthe.
/// </summary>
internal static class CouncilPapers
{
    /// <summary>Proposal to the council (raadsvoorstel).</summary>
    public static Document Proposal(RoundPaper paper) => paper.Document(
        $"Raadsvoorstel: {paper.Round.Subject}",
        $"Voor de {Council(paper)}.",
        [Heading(paper), Proposed(paper), .. SharedOrUnknown(paper), OwnView(paper), Consequence(paper), .. paper.OwnSections(), Summary(paper), Attachments(paper)]);

    /// <summary>Letter that informs the council (raadsinformatiebrief).</summary>
    public static Document Letter(RoundPaper paper) => paper.Document(
        $"Raadsinformatiebrief: {paper.Round.Subject}",
        $"Aan de {Council(paper)}. Deze brief vraagt geen besluit.",
        [
            .. SharedOrUnknown(paper),
            Section.Of("stand", "Stand van zaken", [RoundSummary.Of(paper.Round)], []),
            RoundBlocks.Owed(paper),
            OwnView(paper),
            RoundBlocks.FollowUps(paper),
            .. paper.OwnSections(),
            Summary(paper),
        ]);

    private static Section Heading(RoundPaper paper) => new("gegevens", "Gegevens",
    [
        new Facts(
        [
            new Fact("Raadsvergadering", Dutch.Day(paper.Body(BodyKinds.Council)?.PlannedOn)),
            new Fact("Onderwerp", paper.Round.Subject),
            new Fact("Kenmerk van de regio", Dutch.OrUnknown(paper.Round.Reference)),
            new Fact("Besluit uiterlijk", Dutch.Day(paper.Round.DecisionsDueOn)),
        ]),
    ]);

    private static Section Proposed(RoundPaper paper)
    {
        var act = paper.Round.Steps.OrderBy(s => s.Position).FirstOrDefault(s => s.BodyKinds.HasFlag(BodyKinds.Council))?.Act;
        return new Section("besluit", "Voorgesteld besluit", [new ItemList([act switch
        {
            StepAct.Adopt => $"{paper.Round.Subject}, versie {paper.Round.VersionNumber}, vast te stellen.",
            StepAct.Agree => $"In te stemmen met {paper.Round.Subject}, versie {paper.Round.VersionNumber}.",
            StepAct.Permit => $"Het college toestemming te geven voor {paper.Round.Subject}, versie {paper.Round.VersionNumber}.",
            _ => $"Kennis te nemen van {paper.Round.Subject}, versie {paper.Round.VersionNumber}.",
        }], Numbered: true)]);
    }

    private static IEnumerable<Section> SharedOrUnknown(RoundPaper paper) => paper.Shared is { Sections.Count: > 0 }
        ? paper.SharedSections()
        : [Section.Of("tekst", "Aanleiding", [$"De gezamenlijke tekst van de regio is {Dutch.Unknown}."], [])];

    /// <summary>What became of what this council said itself.</summary>
    private static Section OwnView(RoundPaper paper)
    {
        var council = paper.Body(BodyKinds.Council)?.BodyId;
        var own = paper.Round.Views.Where(v => v.BodyId == council && v.BodyId is not null).OrderBy(v => v.Number).ToList();
        var remarks = own.SelectMany(v => v.Remarks.OrderBy(r => r.Number)).ToList();
        string line = own.Count == 0 ? "Aan de raad is in deze ronde geen zienswijze gevraagd."
            : own.TrueForAll(v => v.State == ViewState.NoView) ? "De raad heeft laten weten geen zienswijze te hebben."
            : remarks.Count == 0 ? $"Of de raad een zienswijze geeft, is {Dutch.Unknown}."
            : $"De raad maakte {remarks.Count} opmerking{(remarks.Count == 1 ? "" : "en")}.";
        return Section.Of("zienswijze", "Wat er met de zienswijze van de raad is gedaan", [line], remarks.Count == 0 ? [] : [new(
            "Opmerkingen van de raad",
            [new("Opmerking", Share: 2), new("Weging"), new("Antwoord", Share: 2)],
            [.. remarks.Select(r => new[] { r.Text, RoundBlocks.Weighed(r.Weighing), Dutch.OrUnknown(r.Answer) })])]);
    }

    private static Section Consequence(RoundPaper paper)
    {
        var council = paper.Body(BodyKinds.Council)?.BodyId;
        var duty = paper.Round.Duties.FirstOrDefault(d => d.BodyId == council && d.Kind == DutyKind.Decision);
        return Section.Of("gevolg", "Wat een ander besluit betekent", [duty?.IfRefused switch
        {
            RefusalEffect.OutOfReach => $"Wijst de raad af, dan haalt versie {paper.Round.VersionNumber} de drempel niet en is een nieuwe versie nodig. Een besluit met wijzigingen telt niet mee voor deze versie en vraagt een uitspraak van {RoundBlocks.TheBody(paper, paper.Round.SteeringBodyId)}.",
            RefusalEffect.StaysInReach => $"Wijst de raad af, dan kan versie {paper.Round.VersionNumber} de drempel nog halen.",
            _ => $"Wat een ander besluit betekent, is {Dutch.Unknown}: de raad is nu niet aan zet.",
        }], []);
    }

    private static Section Summary(RoundPaper paper)
    {
        var limit = paper.Rule is { } rule ? $" in {rule.Medium} (hoogstens {rule.MostLines} regels)" : "";
        return new Section("samenvatting", $"Samenvatting voor publicatie{limit}",
            paper.Own is { Summary.Length: > 0 } own ? [.. Dutch.Paragraphs(own.Summary)] : [new Paragraph($"De samenvatting is {Dutch.Unknown}.")]);
    }

    private static Section Attachments(RoundPaper paper)
    {
        var texts = paper.Round.Texts.Where(t => t.VersionNumber == paper.Round.VersionNumber).OrderBy(t => t.PublishedOn).ThenBy(t => t.Revision).ToList();
        return texts.Count == 0 ? Section.Of("bijlagen", "Bijlagen", [$"De tekst is {Dutch.Unknown}."], []) : new Section("bijlagen", "Bijlagen",
        [
            new ItemList([.. texts.Select(t => $"Versie {t.VersionNumber}, {(t.Definitive ? "definitief" : "concept")}, {Dutch.Day(t.PublishedOn)}")], Numbered: true),
            new Note($"Controlegetal van de tekst (SHA-256): {texts[^1].ContentHash}"),
        ]);
    }

    private static string Council(RoundPaper paper) => paper.Body(BodyKinds.Council)?.Name ?? $"gemeenteraad van {paper.Municipality!.Name}";
}
