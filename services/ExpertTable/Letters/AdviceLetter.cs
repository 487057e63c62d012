using System.Globalization;
using Regio.Documents;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.SubjectRights;
using Regio.ExpertTable.Texts;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Letters;

/// <summary>To whom a letter goes and by when it wants an answer.</summary>
/// <param name="Municipality">Name of the municipality that decides.</param>
/// <param name="DecisionDays">Days from the advice to the decision, by the setting of the day of the advice.</param>
internal sealed record AdviceLetterFrame(string Municipality, int DecisionDays);

/// <summary>The letter in which the table gives its advice to the municipality that decides.</summary>
internal static class AdviceLetter
{
    private const string Sender = "Drentse Experttafel";
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly Dictionary<string, string> s_parts = new(StringComparer.Ordinal)
    {
        ["text"] = "Samenvatting",
        ["sections.situation"] = "Situatie",
        ["sections.factors"] = "Wat meespeelt",
        ["sections.strengths"] = "Wat helpt",
        ["sections.explanation"] = "Verklaring",
        ["sections.needs"] = "Wat nodig is",
    };

    /// <summary>The day of an advice as people in the Netherlands name it.</summary>
    public static DateOnly DayOf(WrittenEntry advice) => DateOnly.FromDateTime(advice.At.InDutchTime().DateTime);

    /// <summary>The advice of the current round; null: there is none.</summary>
    public static WrittenEntry? AdviceOf(Case file, IReadOnlyList<WrittenEntry> entries) =>
        entries.LastOrDefault(entry => entry.Round == file.Round && entry.Content is AdviceGiven);

    public static Document Of(Case file, IReadOnlyList<WrittenEntry> entries, WrittenEntry given, AdviceLetterFrame frame)
    {
        var advice = (AdviceGiven)given.Content;
        var day = DayOf(given);
        var rectified = new CaseRectifications(entries);
        return new Document(
            "Advies van de experttafel",
            $"Aan de gemeente {frame.Municipality}. Vertrouwelijk: dit advies gaat over een kind.",
            [
                new Section("gegevens", "Gegevens", [new Facts([new("Kenmerk", file.Id.ToString("D")), new("Ronde", file.Round.ToString(Culture)), new("Datum advies", Day(day))])]),
                Texts("advies", "Ons advies", rectified.Beside(given.Number, advice.Text)),
                .. advice.Options.Count == 0 ? [] : new[] { new Section("mogelijkheden", "Mogelijkheden", [new ItemList(advice.Options, Numbered: true)]) },
                .. advice.Dissent.Length == 0 ? [] : new[] { Texts("afwijkend", "Afwijkend standpunt aan tafel", advice.Dissent) },
                .. Analysis(file, entries),
                Section.Of("besluit", "Wat wij u vragen", [Asked(day.AddDays(frame.DecisionDays))], []),
            ],
            "Gemaakt uit het dossier van de experttafel. Naam en nummer van het kind staan er niet in; wie het betreft, weet u door het kenmerk.",
            Sender);
    }

    private static string Asked(DateOnly until) =>
        $"Wilt u uiterlijk op {Day(until)} besluiten en ons uw besluit laten weten? Wijkt u van dit advies af, dan horen wij graag waarom. Die datum is een afspraak in de regio en geen termijn uit de wet.";

    // What was shared of the latest round: the others know the rest.
    private static IEnumerable<Section> Analysis(Case file, IReadOnlyList<WrittenEntry> entries)
    {
        var shared = entries.Select(entry => entry.Content).OfType<AnalysisShared>().Select(content => content.Number).ToHashSet();
        var found = entries.LastOrDefault(entry => entry.Round == file.Round && entry.Content is AnalysisRecorded content && shared.Contains(content.Number));
        if (found?.Content is not AnalysisRecorded analysis)
            yield break;
        var beside = new CaseRectifications(entries).Beside(found.Number);
        yield return new Section(
            "analyse",
            "Verklarende analyse",
            [
                .. analysis.Texts().Where(text => text.Text.Length > 0).SelectMany(text => (Block[])[new SubHeading(Heading(text)), .. Paragraphs(text.Text)]),
                .. beside.SelectMany(Paragraphs),
            ]);
    }

    private static string Heading(WrittenText text) => s_parts.GetValueOrDefault(text.Field, "Toelichting");

    private static Section Texts(string id, string heading, string text) => new(id, heading, [.. Paragraphs(text)]);

    private static IEnumerable<Block> Paragraphs(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new Paragraph(line));

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);
}
