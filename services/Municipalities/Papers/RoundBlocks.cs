using Regio.Documents;
using Regio.Municipalities.Rounds;

namespace Regio.Municipalities.Papers;

/// <summary>Sections about a round that several papers have.</summary>
internal static class RoundBlocks
{
    public static Section Facts(RoundPaper paper) => new("gegevens", "Gegevens",
    [
        new Facts(
        [
            new Fact("Onderwerp", paper.Round.Subject),
            new Fact("Kenmerk", Dutch.OrUnknown(paper.Round.Reference)),
            new Fact("Versie", $"{paper.Round.VersionNumber}"),
            new Fact("Zienswijzen tot en met", Dutch.Day(paper.Round.ViewsDueOn)),
            new Fact("Besluiten tot en met", Dutch.Day(paper.Round.DecisionsDueOn)),
        ]),
    ]);

    /// <summary>How each body stands in each step.</summary>
    public static Section Standing(RoundPaper paper) => Section.Of(
        "besluiten",
        "Besluiten per orgaan",
        [],
        paper.Round.Standing().Steps.Select(step => new Table(
            $"{Dutch.Capital(step.Step.Title)}: {step.Counting} van {step.Bodies.Count} tellen mee, {step.Required} zijn nodig",
            [new("Orgaan", Share: 2), new("Stand"), new("Datum")],
            [.. step.Bodies.Select(b => new[] { Dutch.Capital(b.Body.Name), Verdict(b.Verdict), b.Decision is { } decision ? Dutch.Day(decision.DecidedOn) : "" })])));

    /// <summary>Who owes what, the first due on top.</summary>
    public static Section Owed(RoundPaper paper)
    {
        var owed = paper.Round.Duties.Where(d => paper.Municipality is null || d.MunicipalityId == paper.Municipality.Id)
            .OrderBy(d => d.DueOn).ThenBy(d => d.BodyName, StringComparer.Ordinal).ToList();
        return Section.Of(
            "aan-zet",
            "Wie nog aan zet is",
            owed.Count == 0 ? ["Niemand is nu aan zet."] : [],
            owed.Count == 0 ? [] : [new(
                "Wat nog openstaat",
                [new("Orgaan", Share: 2), new("Wat"), new("Uiterlijk"), new("Vergadering")],
                [.. owed.Select(d => new[] { Dutch.Capital(d.BodyName), What(d.Kind), Dutch.Day(d.DueOn == Duty.NoDate ? null : d.DueOn), Dutch.Day(d.PlannedOn) })])]);
    }

    /// <summary>What was recorded without its effect, and why; nothing when there is none.</summary>
    public static Section? Withheld(RoundPaper paper)
    {
        var withheld = paper.Round.Decisions.Where(d => !d.HasEffect).Select(d => $"Besluit van {TheBody(paper, d.BodyId)} van {Dutch.Day(d.DecidedOn)}: {RoundFlags.Explain(d.Flags)}")
            .Concat(paper.Round.Views.Where(v => v.Flags.Count > 0).Select(v => $"Zienswijze van {v.Party}: {RoundFlags.Explain(v.Flags)}")).ToList();
        return withheld.Count == 0 ? null : new Section("zonder-gevolg", "Vastgelegd zonder gevolg", [new ItemList(withheld)]);
    }

    /// <summary>Motions, pledges and carried remarks; nothing when there are none.</summary>
    public static Section? FollowUps(RoundPaper paper)
    {
        var kept = paper.Round.FollowUps.Where(f => !f.Dropped && (paper.Municipality is null || f.OwnerBodyId.StartsWith(paper.Municipality.Id, StringComparison.Ordinal))).ToList();
        return kept.Count == 0 ? null : Section.Of("moties", "Moties, toezeggingen en meegenomen opmerkingen", [], [new(
            "Wat daarmee is gedaan",
            [new("Nr.", IsNumber: true), new("Wat", Share: 4), new("Wie", Share: 3), new("Uiterlijk", Share: 2), new("Afgedaan", Share: 2)],
            [.. kept.OrderBy(f => f.Number).Select(f => new[]
            {
                $"{f.Number}", f.Text, Name(paper, f.OwnerBodyId), Dutch.Day(f.DueOn), f.DoneOn is { } done ? $"{Dutch.Day(done)}: {f.DoneNote}" : "nog niet",
            })])]);
    }

    public static string Name(RoundPaper paper, string bodyId) => paper.Round.FindBody(bodyId)?.Name ?? bodyId;

    /// <summary>Its name inside a sentence.</summary>
    public static string TheBody(RoundPaper paper, string bodyId) => paper.Round.FindBody(bodyId) is { } body ? BodyNames.WithArticle(body.Name) : bodyId;

    public static string Weighed(Weighing? weighing) => weighing switch
    {
        Weighing.Adopted => "overgenomen",
        Weighing.Partly => "deels overgenomen",
        Weighing.NotAdopted => "niet overgenomen",
        Weighing.CarriedIntoImplementation => "meegenomen in de uitvoering",
        _ => "nog niet gewogen",
    };

    private static string Verdict(Verdict verdict) => verdict switch
    {
        Rounds.Verdict.Counts => "telt mee",
        Rounds.Verdict.Refuses => "afgewezen",
        Rounds.Verdict.Deferred => "aangehouden",
        Rounds.Verdict.AwaitsRuling => "wacht op een uitspraak",
        Rounds.Verdict.DoesNotCount => "telt niet mee",
        _ => "nog geen besluit",
    };

    private static string What(DutyKind kind) => kind switch
    {
        DutyKind.View => "zienswijze",
        DutyKind.Decision => "besluit",
        DutyKind.Ruling => "uitspraak",
        _ => "afdoening",
    };
}
