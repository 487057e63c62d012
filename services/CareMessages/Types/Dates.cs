using System.Globalization;
using Regio.CareMessages.Findings;

namespace Regio.CareMessages.Types;

/// <summary>A day as yyyy-MM-dd, without a time zone (RS032).</summary>
internal sealed class Dates : Lexical<DateOnly>
{
    public override string Allowed => "een bestaande dag zijn (jjjj-mm-dd, zonder tijdzone)";

    public override bool TryRead(ReadOnlySpan<char> text, out DateOnly value, out StructureRule? fault)
    {
        value = default;
        var date = Collapsed(text);
        fault = date.IsEmpty ? StructureRules.Empty
            : TryParse(date, out value) ? null
            : date.Length > 10 && TryParse(date[..10], out _) && date[10] is 'Z' or '+' or '-' ? StructureRules.DateWithZone
            : StructureRules.Date;
        return fault is null;
    }

    public override string Canonical(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryParse(ReadOnlySpan<char> text, out DateOnly value)
    {
        value = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            return false;
        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        value = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>The number that digits write, or -1.</summary>
    internal static int Digits(ReadOnlySpan<char> text) => (int)Number(text);

    /// <summary>The same for up to eighteen digits.</summary>
    internal static long Number(ReadOnlySpan<char> text)
    {
        var number = 0L;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
                return -1;
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}

/// <summary>A time of day as HH:mm:ss, with parts of a second when there are, without a time zone (RS034).</summary>
internal sealed class Times : Lexical<TimeOnly>
{
    public override string Allowed => "een tijdstip zijn (uu:mm:ss, zonder tijdzone)";

    public override bool TryRead(ReadOnlySpan<char> text, out TimeOnly value, out StructureRule? fault)
    {
        value = default;
        var time = Collapsed(text);
        fault = time.IsEmpty ? StructureRules.Empty
            : TryParse(time, out value) ? null
            : time.IndexOfAny("Z+-") > 0 ? StructureRules.TimeWithZone
            : StructureRules.Time;
        return fault is null;
    }

    public override string Canonical(TimeOnly value) =>
        value.ToString(value.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private static bool TryParse(ReadOnlySpan<char> text, out TimeOnly value)
    {
        value = default;
        if (text.Length < 8 || text[2] != ':' || text[5] != ':')
            return false;
        var (hour, minute, second) = (Dates.Digits(text[..2]), Dates.Digits(text[3..5]), Dates.Digits(text[6..8]));
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || !TryFraction(text[8..], out var ticks))
            return false;
        value = new TimeOnly(hour, minute, second).Add(TimeSpan.FromTicks(ticks));
        return true;
    }

    // Digits beyond what a tick can hold are read and dropped; the text of the value keeps them.
    private static bool TryFraction(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty)
            return true;
        if (text[0] != '.' || text.Length == 1 || text[1..].ContainsAnyExceptInRange('0', '9'))
            return false;
        var scale = TimeSpan.TicksPerSecond;
        foreach (var digit in text[1..])
            ticks += (digit - '0') * (scale /= 10);
        return true;
    }
}
