using System.Globalization;
using Regio.Reporting.Importing;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.ExpertAnalysis;

/// <summary>Half of a year, as 2026-H1.</summary>
internal sealed record HalfYear(int Year, int Half)
{
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Year}-H{Half}");

    public DateOnly FirstDay => new(Year, Half == 1 ? 1 : 7, 1);

    /// <summary>The moment at which it begins in the Netherlands.</summary>
    public DateTimeOffset From => FirstDay.InDutchTime();

    /// <summary>The moment at which the next one begins.</summary>
    public DateTimeOffset Until => FirstDay.AddMonths(6).InDutchTime();

    /// <summary>The periods of figures that lie in it: itself, its quarters and its months.</summary>
    public IEnumerable<string> Periods =>
    [
        Code,
        .. Enumerable.Range((Half * 2) - 1, 2).Select(quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{quarter}")),
        .. Enumerable.Range((Half * 6) - 5, 6).Select(month => string.Create(CultureInfo.InvariantCulture, $"{Year}-{month:00}")),
    ];

    /// <summary>Reads 2026-H1; null for anything else.</summary>
    public static HalfYear? Parse(string code) =>
        code.Length == 7 && Period.Parse(code) is { } period && period.Code.Contains("-H", StringComparison.Ordinal) ? new(period.FirstDay.Year, period.FirstDay.Month == 1 ? 1 : 2) : null;

    /// <summary>The half-year that a moment lies in.</summary>
    public static HalfYear Of(DateTimeOffset moment) => Of(DateOnly.FromDateTime(moment.InDutchTime().DateTime));

    /// <summary>The half-year that a day lies in.</summary>
    public static HalfYear Of(DateOnly day) => new(day.Year, day.Month <= 6 ? 1 : 2);
}
