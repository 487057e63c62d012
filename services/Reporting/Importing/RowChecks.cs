using Regio.Reporting.Figures;
using Regio.Reporting.Importing.Layouts;

namespace Regio.Reporting.Importing;

/// <summary>A cell of a file that should become an observation, as it is written there.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="IndicatorId">Code of the indicator.</param>
/// <param name="AreaId">Code of the area.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="Breakdown">Breakdown; often empty.</param>
/// <param name="Value">The figure.</param>
/// <param name="Status">Status; empty: definitive.</param>
/// <param name="Columns">Names of the columns of area, period and value, for the report.</param>
internal sealed record RawRow(
    long Line, string IndicatorId, string AreaId, string Period, string Breakdown, string Value, string Status, (string Area, string Period, string Value) Columns);

/// <summary>An observation that may be stored.</summary>
internal sealed record CheckedRow(long Line, Indicator Indicator, string AreaId, string Period, string Breakdown, string Value, decimal? Number, string Status)
{
    private static readonly Dictionary<string, string> Themes = new(StringComparer.Ordinal)
    {
        [WaitingTimeLayout.Weeks] = "Wachttijden",
        [WaitingTimeLayout.Waiting] = "Wachttijden",
        [BudgetLayout.Budget] = "Begroting",
        [BudgetLayout.Spent] = "Begroting",
    };

    /// <summary>Heading under which it is shown where it is new.</summary>
    public string Theme => Themes.GetValueOrDefault(Indicator.Id, "Ingelezen cijfers");

    /// <summary>Its name where it is new: two figures of a page are never called the same.</summary>
    public string Label => Breakdown.Length == 0 ? Indicator.Name : $"{Indicator.Name}, {Breakdown.Replace('=', ' ').Replace(";", ", ", StringComparison.Ordinal)}";
}

/// <summary>Checks rows one by one: what is known of areas and indicators decides, never the database.</summary>
internal sealed class RowChecks(IReadOnlyDictionary<string, Indicator> indicators, AreaCalendar areas, string year)
{
    private const string NotGiven = "niet bekend";
    private const int MostPeriodsKept = 10_000;

    // It is part of a key of the database, which holds no longer one.
    private const int MostBreakdownCharacters = 300;
    private const int CentDecimals = 2;
    private static readonly string[] Counted = ["persons", "trajectories", "municipalities"];
    private static readonly string[] Statuses = ["definitive", "provisional", "forecast"];

    // A file of millions of rows has a few hundred periods.
    private readonly Dictionary<string, Period?> _periods = new(StringComparer.Ordinal);

    /// <summary>The row as an observation; null when it is refused, with the reasons among the faults.</summary>
    public CheckedRow? Check(RawRow row, RowFaults faults)
    {
        var before = faults.Total;
        var indicator = indicators.GetValueOrDefault(row.IndicatorId);
        if (indicator is null)
            faults.Add(row.Line, "Indicator", ImportRules.IndicatorUnknown, row.IndicatorId);
        var period = CheckPeriod(row, faults);
        CheckArea(row, period, faults);
        if (row.Breakdown.Length > MostBreakdownCharacters || row.Breakdown.Any(char.IsControl))
            faults.Add(row.Line, "Breakdown", ImportRules.BreakdownInvalid, row.Breakdown);
        var status = row.Status.Length == 0 ? Statuses[0] : row.Status;
        if (!Statuses.Contains(status))
            faults.Add(row.Line, "Status", ImportRules.StatusUnknown, status);
        var number = indicator is null ? null : CheckNumber(row, indicator, faults);
        if (faults.Total != before || indicator is null || period is null)
            return null;
        return number is { } known
            ? new(row.Line, indicator, row.AreaId, period.Code, row.Breakdown, DutchNumber.Write(known), known, status)
            : new(row.Line, indicator, row.AreaId, period.Code, row.Breakdown, NotGiven, Number: null, status);
    }

    private Period? CheckPeriod(RawRow row, RowFaults faults)
    {
        if (row.Period.Length == 0)
        {
            faults.Add(row.Line, row.Columns.Period, ImportRules.PeriodMissing);
            return null;
        }

        var period = PeriodOf(row.Period);
        if (period is null)
            faults.Add(row.Line, row.Columns.Period, ImportRules.PeriodInvalid, row.Period);
        else if (year.Length > 0 && !period.Code.StartsWith(year, StringComparison.Ordinal))
            faults.Add(row.Line, row.Columns.Period, ImportRules.OtherYear, row.Period);
        return period;
    }

    private Period? PeriodOf(string text)
    {
        if (_periods.TryGetValue(text, out var known))
            return known;
        var period = Period.Parse(text);
        if (_periods.Count < MostPeriodsKept)
            _periods.Add(text, period);
        return period;
    }

    private void CheckArea(RawRow row, Period? period, RowFaults faults)
    {
        if (!areas.Knows(row.AreaId))
            faults.Add(row.Line, row.Columns.Area, ImportRules.AreaUnknown, row.AreaId);
        else if (period is not null && !areas.ExistsOn(row.AreaId, period.FirstDay))
            faults.Add(row.Line, row.Columns.Area, ImportRules.AreaNotThen, row.AreaId);
    }

    private static decimal? CheckNumber(RawRow row, Indicator indicator, RowFaults faults)
    {
        // CBS: a figure that is unknown, not reliable enough or secret.
        if (row.Value is "." or "x")
            return null;
        var number = DutchNumber.Parse(row.Value);
        if (number is null)
            faults.Add(row.Line, row.Columns.Value, ImportRules.NumberInvalid, row.Value);
        else if (number < 0 && !indicator.Signed)
            faults.Add(row.Line, row.Columns.Value, ImportRules.NumberNegative, row.Value);
        else if (number > 100 && indicator.Unit == "percent")
            faults.Add(row.Line, row.Columns.Value, ImportRules.PercentageTooHigh, row.Value);
        else if (Counted.Contains(indicator.Unit) && number != decimal.Truncate(number.Value))
            faults.Add(row.Line, row.Columns.Value, ImportRules.NotWhole, row.Value);
        else if (indicator.Unit == "euro" && number != decimal.Round(number.Value, CentDecimals))
            faults.Add(row.Line, row.Columns.Value, ImportRules.NotInCents, row.Value);
        return number;
    }
}
