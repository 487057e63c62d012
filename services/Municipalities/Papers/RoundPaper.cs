using Regio.Documents;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;

namespace Regio.Municipalities.Papers;

/// <summary>What a paper about a round is made of.</summary>
internal sealed record RoundPaper
{
    public required Round Round { get; init; }

    /// <summary>Name of the region, which sends the paper.</summary>
    public required string Sender { get; init; }

    /// <summary>The day on which it is written.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whose paper it is; null when it is of the region.</summary>
    public Municipality? Municipality { get; init; }

    /// <summary>The text that all municipalities share.</summary>
    public PaperText? Shared { get; init; }

    /// <summary>The text of the municipality.</summary>
    public PaperText? Own { get; init; }

    public PublicationRule? Rule { get; init; }

    public string Foot => Dutch.Foot(Day, $"de besluitronde “{Round.Subject}”{(Round.Reference is { } reference ? $", kenmerk {reference}" : "")}, versie {Round.VersionNumber}");

    /// <summary>The body of this sort of the municipality.</summary>
    public RoundBody? Body(BodyKinds kind) => Municipality is null ? null : Round.FindBody(BodyId.Of(kind, Municipality.Id).ToString());

    public Document Document(string title, string lead, params IEnumerable<Section?> sections) =>
        new(title, lead, [.. sections.OfType<Section>()], Foot, Sender);

    public IEnumerable<Section> SharedSections() => Sections(Shared, "tekst");

    public IEnumerable<Section> OwnSections() => Own is { Sections.Count: > 0 }
        ? Sections(Own, "eigen")
        : [Section.Of("eigen", $"Inzet van {Municipality!.Name}", [$"De eigen tekst van {Municipality.Name} is {Dutch.Unknown}."], [])];

    private static IEnumerable<Section> Sections(PaperText? text, string id) =>
        (text?.Sections ?? []).Select((section, i) => new Section($"{id}-{i + 1}", section.Heading, [.. Dutch.Paragraphs(section.Text)]));
}
