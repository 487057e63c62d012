using System.Globalization;
using Regio.Documents;

namespace Regio.Procurement.Letters;

/// <summary>What letters have in common: figures and days as people in the Netherlands read them, head and foot.</summary>
internal static class LetterText
{
    private const decimal CentsInEuro = 100m;
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("nl-NL");

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>The last day of a period whose end is exclusive.</summary>
    public static string LastDay(DateOnly? until) => until is { } end ? Day(end.AddDays(-1)) : "zonder einddatum";

    public static string Euro(long cents) => string.Create(Culture, $"€ {cents / CentsInEuro:N2}");

    public static string Share(long part, long whole) => string.Create(Culture, $"{part * 100m / whole:0.0} %");

    /// <summary>A letter: to whom, about what, and what is told.</summary>
    public static Document Letter(string title, string to, string sender, DateOnly day, IReadOnlyList<Section> sections) =>
        new(title, $"Aan {to}", sections, $"{Day(day)}. Gemaakt uit de vastgelegde gegevens van de inkoop; er staan geen persoonsgegevens in.", sender);

    public static Section Facts(params (string Name, string Text)[] facts) =>
        new("gegevens", "Gegevens", [new Facts([.. facts.Where(fact => fact.Text.Length > 0).Select(fact => new Fact(fact.Name, fact.Text))])]);

    public static Section Told(string id, string heading, params string[] paragraphs) =>
        Section.Of(id, heading, paragraphs.Where(text => text.Length > 0), []);
}
