using System.Runtime.CompilerServices;
using CsvHelper;
using Regio.Reporting.V1;

namespace Regio.Reporting.Importing;

/// <summary>Reads the rows of a file as they come in, without holding the file.</summary>
internal static class FileRows
{
    private const int LongestLine = 64 * 1024;
    private const char BrokenEncoding = '\uFFFD';

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ';',
        TrimWhitespace = true,
        MaxRecordSize = LongestLine,
        TrackLineNumbers = true,
        AllowLineBreaksInQuotes = false,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        MalformedData = CsvMalformedDataHandling.Throw,
    };
    private static readonly string[] OwnColumns = ["Indicator", "Area", "Period", "Breakdown", "Value", "Status"];
    private static readonly string[] CbsKeys = ["RegioS", "Perioden"];

    /// <summary>
    /// The cells that should become observations. A fault of the file itself, such as a column that is missing, goes to
    /// the faults and ends the reading.
    /// </summary>
    public static async IAsyncEnumerable<RawRow> ReadAsync(
        Stream file, ImportHeader header, RowFaults faults, RowCount count, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var csv = CsvReader.Create(file, Options, leaveOpen: true);
        var cbs = header.Format == ImportFormat.CbsCsv;
        while (await NextAsync(csv, faults, count, cbs ? [.. CbsKeys, .. header.Columns.Select(c => c.Column)] : OwnColumns, ct))
        {
            foreach (var row in cbs ? Cbs(csv, header) : Own(csv))
            {
                if (IsBroken(row))
                    faults.Add(row.Line, "", ImportRules.EncodingBroken);
                else if (row.Value.Length > 0)
                    yield return row;
            }
        }
    }

    private static async Task<bool> NextAsync(CsvReader csv, RowFaults faults, RowCount count, string[] columns, CancellationToken ct)
    {
        try
        {
            if (!await csv.ReadAsync(ct))
                return false;
        }
        catch (CsvFormatException exception)
        {
            faults.Add(exception.LineNumber, "", ImportRules.FileMalformed);
            return false;
        }

        count.Rows++;
        if (count.Rows > 1)
            return true;
        var missing = columns.Where(column => !csv.TryGetFieldIndex(column, out _)).ToList();
        foreach (var column in missing)
            faults.Add(1, column, ImportRules.ColumnMissing);
        return missing.Count == 0;
    }

    private static IEnumerable<RawRow> Own(CsvReader csv)
    {
        yield return new(
            csv.LineNumber, csv.GetString("Indicator"), csv.GetString("Area"), csv.GetString("Period"), csv.GetString("Breakdown"),
            csv.GetString("Value"), csv.GetString("Status"), ("Area", "Period", "Value"));
    }

    private static IEnumerable<RawRow> Cbs(CsvReader csv, ImportHeader header)
    {
        // Keys are padded inside their quotes, which the reader leaves alone.
        var (area, period) = (csv.GetString("RegioS").Trim(), csv.GetString("Perioden").Trim());
        foreach (var column in header.Columns)
        {
            yield return new(
                csv.LineNumber, column.IndicatorId, area, period, column.Breakdown, csv.GetString(column.Column).Trim(), "",
                ("RegioS", "Perioden", column.Column));
        }
    }

    private static bool IsBroken(RawRow row) =>
        row.AreaId.Contains(BrokenEncoding, StringComparison.Ordinal) || row.Period.Contains(BrokenEncoding, StringComparison.Ordinal)
        || row.Breakdown.Contains(BrokenEncoding, StringComparison.Ordinal) || row.Value.Contains(BrokenEncoding, StringComparison.Ordinal);
}

/// <summary>How many rows a file had so far, its header not counted.</summary>
internal sealed class RowCount
{
    public long Rows { get; set; }
}
