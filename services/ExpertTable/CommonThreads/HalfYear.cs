using System.Globalization;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>Half of a year, as 2026-H1.</summary>
internal sealed record HalfYear(int Year, int Half)
{
    private const int Months = 6;
    private const int EarliestYear = 1000;

    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Year}-H{Half}");

    public DateOnly FirstDay => new(Year, Half == 1 ? 1 : 1 + Months, 1);

    /// <summary>First day after it.</summary>
    public DateOnly End => FirstDay.AddMonths(Months);

    /// <summary>The moment at which it begins in the Netherlands.</summary>
    public DateTimeOffset From => FirstDay.InDutchTime();

    /// <summary>The moment at which the next one begins.</summary>
    public DateTimeOffset Until => End.InDutchTime();

    public bool Holds(DateOnly day) => Of(day) == this;

    /// <summary>The half-year that a day lies in.</summary>
    public static HalfYear Of(DateOnly day) => new(day.Year, day.Month <= Months ? 1 : 2);

    /// <summary>Reads 2026-H1; null for anything else.</summary>
    public static HalfYear? Parse(string code) =>
        code is [.. { Length: 4 } year, '-', 'H', ('1' or '2') and var half]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= EarliestYear and < 9999
            ? new(number, half - '0')
            : null;
}
