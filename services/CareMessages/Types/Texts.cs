using System.Buffers;
using Regio.CareMessages.Findings;

namespace Regio.CareMessages.Types;

/// <summary>A string of some length that a check may narrow. Every check looks at each character once: no expressions that can be made to run for hours.</summary>
internal sealed class Texts(int min, int max, string allowed, Func<ReadOnlySpan<char>, bool> fits) : Lexical<string>
{
    private static readonly SearchValues<char> s_blank = SearchValues.Create(" \t\r\n");
    private static readonly SearchValues<char> s_breaks = SearchValues.Create("\r\n");
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");

    public override string Allowed => allowed;

    /// <summary>Exactly so many digits; zeros in front count, so it stays a text.</summary>
    public static Texts Digits(int count) =>
        new(count, count, $"uit precies {count} cijfers bestaan", text => !text.ContainsAnyExcept(s_digits));

    public static Texts DigitsUpTo(int max) =>
        new(1, max, $"uit 1 tot {max} cijfers bestaan", text => !text.ContainsAnyExcept(s_digits));

    /// <summary>One line with something on it.</summary>
    public static Texts Line(int max) => new(
        1, max, $"één regel van 1 tot {max} tekens zijn, niet alleen spaties",
        text => text.ContainsAnyExcept(s_blank) && !text.ContainsAny(s_breaks));

    public static Texts AnyOf(int max) => new(1, max, $"1 tot {max} tekens lang zijn", _ => true);

    public static Texts Exactly(string only) => new(only.Length, only.Length, $"'{only}' zijn", text => text.SequenceEqual(only));

    /// <summary>Lines without a limit of their own (the reader has one), with something on them.</summary>
    public static Texts Lines { get; } = new(1, int.MaxValue, "tekst bevatten, niet alleen spaties", text => text.ContainsAnyExcept(s_blank));

    public static Texts Initials { get; } = new(1, 6, "uit 1 tot 6 letters bestaan, zonder punten of spaties", text =>
    {
        foreach (var letter in text)
        {
            // The range À-ỳ of the schema, taken literally: it holds two signs of arithmetic and other scripts.
            if (!char.IsAsciiLetter(letter) && letter is not (>= 'À' and <= 'ỳ'))
                return false;
        }

        return true;
    });

    public static Texts Alphanumeric(int max) => new(1, max, $"uit 1 tot {max} letters en cijfers bestaan", text =>
    {
        foreach (var sign in text)
        {
            if (!char.IsAsciiLetterOrDigit(sign))
                return false;
        }

        return true;
    });

    /// <summary>Three numbers with points between them and no zeros in front, such as 1.0.12.</summary>
    public static Texts Version { get; } = new(1, int.MaxValue, "een versie van drie getallen zijn, zoals 1.0.2", IsVersion);

    public override bool TryRead(ReadOnlySpan<char> text, out string value, out StructureRule? fault)
    {
        fault = text.IsEmpty ? StructureRules.Empty
            : LongerThan(text, max) ? StructureRules.TooLong
            : LengthOf(text) < min || !fits(text) ? StructureRules.Pattern
            : null;
        value = fault is null ? new string(text) : "";
        return fault is null;
    }

    public override string Canonical(string value) => value;

    private static bool LongerThan(ReadOnlySpan<char> text, int max) => text.Length > max && LengthOf(text) > max;

    // XML Schema counts characters; a C# string counts some of them twice.
    private static int LengthOf(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        foreach (var sign in text)
        {
            if (char.IsLowSurrogate(sign))
                pairs++;
        }

        return text.Length - pairs;
    }

    private static bool IsVersion(ReadOnlySpan<char> text)
    {
        var numbers = 0;
        foreach (var range in text.Split('.'))
        {
            var number = text[range];
            if (number.IsEmpty || number.ContainsAnyExcept(s_digits) || (number.Length > 1 && number[0] == '0'))
                return false;
            numbers++;
        }

        return numbers == 3;
    }
}
