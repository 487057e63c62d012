using CsvHelper;

namespace Regio.Reporting.Importing.Layouts;

/// <summary>Budgets by year and item: what is set aside, and what is spent of it where that is known.</summary>
internal sealed class BudgetLayout : FileLayout
{
    public const string Budget = "budget";
    public const string Spent = "budget-spent";

    private const int LongestItem = 60;

    public override IReadOnlyList<string> Columns { get; } = ["Area", "Year", "Item", "Budget", "Spent"];

    public override IEnumerable<RawRow> Rows(CsvReader csv, RowFaults faults)
    {
        var before = faults.Total;
        var item = csv.GetString("Item");
        if (item.Length is 0 or > LongestItem || item.AsSpan().ContainsAny(';', '='))
            faults.Add(csv.LineNumber, "Item", ImportRules.ItemInvalid, item);
        var year = csv.GetString("Year");
        if (year.Length > 0 && (year.Length != 4 || Period.Parse(year) is null))
            faults.Add(csv.LineNumber, "Year", ImportRules.NotAYear, year);
        if (csv.GetString("Budget").Length == 0)
            faults.Add(csv.LineNumber, "Budget", ImportRules.NothingGiven);
        if (faults.Total != before)
            yield break;
        yield return Row(Budget, "Budget");
        yield return Row(Spent, "Spent");

        RawRow Row(string indicator, string column) =>
            new(csv.LineNumber, indicator, csv.GetString("Area"), year, $"post={item}", csv.GetString(column), "", ("Area", "Year", column));
    }
}
