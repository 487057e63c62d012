using System.Globalization;
using Regio.Documents;

namespace Regio.Municipalities.Papers;

/// <summary>What papers have in common: figures and days as people in the Netherlands read them.</summary>
internal static class Dutch
{
    public const string Unknown = "niet bekend";

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("nl-NL");

    public static string Day(DateOnly? day) => day?.ToString("d MMMM yyyy", Culture) ?? Unknown;

    public static string Euro(long cents) => (cents / 100m).ToString("C2", Culture);

    /// <summary>With the digits as published: 5,0 stays 5,0.</summary>
    public static string Percentage(decimal percentage) => $"{percentage.ToString(Culture)} %";

    public static string OrUnknown(string? text) => string.IsNullOrEmpty(text) ? Unknown : text;

    public static string Capital(string text) => string.Concat(char.ToUpper(text[0], Culture).ToString(), text.AsSpan(1));

    /// <summary>A paragraph for each line.</summary>
    public static IEnumerable<Block> Paragraphs(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new Paragraph(line));

    /// <summary>How a paper ends: what it was made of, and when.</summary>
    public static string Foot(DateOnly day, string source) => $"Gemaakt op {Day(day)} uit {source}. Wat wij niet weten, staat er als “{Unknown}”.";
}
