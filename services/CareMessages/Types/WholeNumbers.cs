using System.Globalization;
using Regio.CareMessages.Findings;

namespace Regio.CareMessages.Types;

/// <summary>A whole number between two bounds. A plus sign and zeros in front are allowed and count for nothing.</summary>
internal sealed class WholeNumbers(long min, long max, string? only = null) : Lexical<long>
{
    public override string Allowed => only is null ? $"een geheel getal van {min} tot en met {max} zijn" : $"'{only}' zijn";

    public override bool TryRead(ReadOnlySpan<char> text, out long value, out StructureRule? fault)
    {
        // Nearly every number is a few digits and nothing else.
        if (only is null && text.Length is > 0 and <= 12 && Dates.Number(text) is >= 0 and var plain && plain >= min && plain <= max)
        {
            (value, fault) = (plain, null);
            return true;
        }

        value = 0;
        var number = Collapsed(text);
        if (number.IsEmpty)
            fault = StructureRules.Empty;
        else if (!IsWhole(number))
            fault = StructureRules.Number;
        else if (!long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) || value < min || value > max)
            fault = StructureRules.Range;
        else
            fault = only is null || number.SequenceEqual(only) ? null : StructureRules.Pattern;
        return fault is null;
    }

    public override string Canonical(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static bool IsWhole(ReadOnlySpan<char> text)
    {
        var digits = text[0] is '+' or '-' ? text[1..] : text;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
                return false;
        }

        return !digits.IsEmpty;
    }
}
