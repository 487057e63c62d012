using System.Globalization;
using System.Text;

namespace Regio.ExpertTable.Texts;

/// <summary>
/// The names of the children of a case, to be found again in a text: whole words, whatever their case and accents, with or
/// without the s of a possessive.
/// </summary>
internal sealed class PersonNames
{
    // Two or three letters are a name only where they are written as one: Bo, and not "bo".
    private const int ShortName = 3;

    private static readonly HashSet<string> s_prefixes =
        ["VAN", "DE", "DER", "DEN", "HET", "T", "TE", "TEN", "TER", "VON", "EL", "AL", "LA", "LE", "DU", "DI", "DA", "OP", "IN", "BIN", "BEN"];

    private readonly HashSet<string> _parts;

    public PersonNames(IEnumerable<string> names) => _parts =
        [.. names.SelectMany(Words).Select(word => Fold(word.Text)).Where(part => part.Length > 1 && !s_prefixes.Contains(part))];

    /// <summary>Where a text names one of them.</summary>
    public IEnumerable<(int Offset, int Length)> In(string text) =>
        Words(text).Where(word => IsName(word.Text)).Select(word => (word.Offset, word.Text.Length));

    private bool IsName(string word)
    {
        var folded = Fold(word);
        var isKnown = _parts.Contains(folded)
            || (folded.EndsWith("'S", StringComparison.Ordinal) && _parts.Contains(folded[..^2]))
            || (folded.EndsWith('S') && _parts.Contains(folded[..^1]));
        return isKnown && (folded.Length > ShortName || char.IsUpper(word[0]));
    }

    /// <summary>Letters with what joins them inside a word.</summary>
    private static IEnumerable<(int Offset, string Text)> Words(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsLetter(text[start]))
                continue;
            var end = start + 1;
            while (end < text.Length && (IsPart(text[end]) || (IsJoint(text[end]) && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
                end++;
            yield return (start, text[start..end]);
            start = end;
        }
    }

    private static bool IsPart(char c) => char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsJoint(char c) => c is '-' or '\'' or '’';

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Replace('’', '\'').Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            folded.Append(char.ToUpperInvariant(c));
        return folded.ToString();
    }
}
