using System.Text;

namespace Regio.Documents.Pdf;

/// <summary>Breaks a text into lines: at spaces, after signs that words are joined with, and inside a word that no line can hold.</summary>
internal static class PdfLines
{
    private const string BreakAfter = "-/@_&=?";

    public static IReadOnlyList<string> Of(string text, Letters letters, double width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var (part, spaced) in Parts(CleanText.Of(text)))
        {
            var joint = spaced && line.Length > 0 ? " " : "";
            if (line.Length > 0 && letters.Measure($"{line}{joint}{part}") > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                joint = "";
            }

            line.Append(joint);
            Append(lines, line, part, letters, width);
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>The widest piece of a text that is not broken unless it must be.</summary>
    public static double WidestPart(string text, Letters letters) => Parts(CleanText.Of(text)).Select(part => letters.Measure(part.Text)).DefaultIfEmpty().Max();

    private static void Append(List<string> lines, StringBuilder line, string part, Letters letters, double width)
    {
        foreach (var sign in part.EnumerateRunes())
        {
            if (line.Length > 0 && letters.Measure($"{line}{sign}") > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(sign);
        }
    }

    private static IEnumerable<(string Text, bool Spaced)> Parts(string text)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            for (var i = 1; i < word.Length - 1; i++)
            {
                if (!BreakAfter.Contains(word[i], StringComparison.Ordinal) || !char.IsLetter(word[i - 1]))
                    continue;
                yield return (word[start..(i + 1)], start == 0);
                start = i + 1;
            }

            yield return (word[start..], start == 0);
        }
    }
}
