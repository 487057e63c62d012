using CsvHelper;

namespace Regio.Reporting.Importing.Layouts;

/// <summary>How a file is laid out: the columns that it must have, and what a line of it comes to.</summary>
internal abstract class FileLayout
{
    /// <summary>The columns that the file must have.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The cells of the line that should become observations. What is wrong with the line as a whole goes to the faults.</summary>
    public abstract IEnumerable<RawRow> Rows(CsvReader csv, RowFaults faults);
}

/// <summary>A line for each observation.</summary>
internal sealed class ObservationLayout : FileLayout
{
    public override IReadOnlyList<string> Columns { get; } = ["Indicator", "Area", "Period", "Breakdown", "Value", "Status"];

    public override IEnumerable<RawRow> Rows(CsvReader csv, RowFaults faults)
    {
        yield return new(
            csv.LineNumber, csv.GetString("Indicator"), csv.GetString("Area"), csv.GetString("Period"), csv.GetString("Breakdown"),
            csv.GetString("Value"), csv.GetString("Status"), ("Area", "Period", "Value"));
    }
}

/// <summary>As CBS gives tables: keys, and columns of figures of which some are read.</summary>
internal sealed class CbsLayout(IReadOnlyList<V1.ImportColumn> columns) : FileLayout
{
    public override IReadOnlyList<string> Columns { get; } = ["RegioS", "Perioden", .. columns.Select(c => c.Column)];

    public override IEnumerable<RawRow> Rows(CsvReader csv, RowFaults faults)
    {
        // Keys are padded inside their quotes, which the reader leaves alone.
        var (area, period) = (csv.GetString("RegioS").Trim(), csv.GetString("Perioden").Trim());
        foreach (var column in columns)
        {
            yield return new(
                csv.LineNumber, column.IndicatorId, area, period, column.Breakdown, csv.GetString(column.Column).Trim(), "",
                ("RegioS", "Perioden", column.Column));
        }
    }
}
