using System.Text.RegularExpressions;
using Regio.ExpertTable.Vault;

namespace Regio.ExpertTable.Texts;

/// <summary>Looks for what gives somebody away in a text. A help for who writes, and no proof that nothing does.</summary>
internal static partial class TextCheck
{
    private const int Patience = 2_000;

    // Of the name of a street, or of what stands before the @ of an address.
    private const int MostWordCharacters = 64;

    /// <summary>The places in these texts, in the order in which they stand.</summary>
    public static IReadOnlyList<TextFinding> Of(IEnumerable<WrittenText> texts, PersonNames names) => [.. texts.SelectMany(text => In(text, names))];

    private static IEnumerable<TextFinding> In(WrittenText text, PersonNames names) => names.In(text.Text)
        .Select(place => new TextFinding(text.Field, place.Offset, place.Length, FindingKind.Name))
        .Concat(WithWordBefore(text, StreetEnd(), FindingKind.Address, c => char.IsLetter(c) || c is '.' or '\'' or '-'))
        .Concat(Matches(text, Postcode(), FindingKind.Postcode))
        .Concat(Matches(text, Phone(), FindingKind.Phone))
        .Concat(WithWordBefore(text, EmailEnd(), FindingKind.Email, c => char.IsLetterOrDigit(c) || c is '_' or '.' or '+' or '-'))
        .Concat(Matches(text, NineDigits(), FindingKind.Bsn, number => Bsn.PassesElevenTest(string.Concat(number.Where(char.IsAsciiDigit)))))
        .OrderBy(finding => finding.Offset).ThenBy(finding => finding.Kind);

    private static IEnumerable<TextFinding> Matches(WrittenText text, Regex pattern, FindingKind kind, Func<string, bool>? counts = null) => pattern.Matches(text.Text)
        .Where(match => counts is null || counts(match.Value))
        .Select(match => new TextFinding(text.Field, match.Index, match.Length, kind));

    // A pattern that began with the word would try each of its letters as a beginning; this way a text is read once.
    private static IEnumerable<TextFinding> WithWordBefore(WrittenText text, Regex end, FindingKind kind, Func<char, bool> isOfWord)
    {
        foreach (Match match in end.Matches(text.Text))
        {
            var start = match.Index;
            while (start > 0 && match.Index - start < MostWordCharacters && isOfWord(text.Text[start - 1]))
                start--;
            while (start < match.Index && !char.IsLetterOrDigit(text.Text[start]))
                start++;
            if (start < match.Index)
                yield return new TextFinding(text.Field, start, match.Index + match.Length - start, kind);
        }
    }

    [GeneratedRegex(@"(?:straat|laan|weg|plein|hof|dijk|kade|singel|steeg|pad|dreef|gracht|brink|markt|allee|park|ring|wal|stee|kamp|akkers|esch) \d{1,5}(?:[- ]?[a-zA-Z]\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex StreetEnd();

    // Letters in capitals, or joined to the digits: "2024 en" is none.
    [GeneratedRegex(@"\b[1-9]\d{3}(?: ?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss)[a-z]{2})\b", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"(?<![\d+])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?|0)[1-9](?:[ -]?\d){8}(?!\d)", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Phone();

    [GeneratedRegex(@"@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex EmailEnd();

    [GeneratedRegex(@"(?<![\d.,])\d(?:[ .-]?\d){8}(?!\d)", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex NineDigits();
}
