using System.Runtime.CompilerServices;
using CsvHelper;
using Regio.Reporting.Importing.Layouts;

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
    /// <summary>
    /// The cells that should become observations. A fault of the file itself, such as a column that is missing, goes to
    /// the faults and ends the reading.
    /// </summary>
    public static async IAsyncEnumerable<RawRow> ReadAsync(
        Stream file, FileLayout layout, RowFaults faults, RowCount count, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var csv = CsvReader.Create(file, Options, leaveOpen: true);
        while (await NextAsync(csv, faults, count, layout.Columns, ct))
        {
            if (layout.Columns.Any(column => csv.GetString(column).Contains(BrokenEncoding, StringComparison.Ordinal)))
            {
                faults.Add(csv.LineNumber, "", ImportRules.EncodingBroken);
                continue;
            }

            foreach (var row in layout.Rows(csv, faults).Where(row => row.Value.Length > 0))
                yield return row;
        }
    }

    private static async Task<bool> NextAsync(CsvReader csv, RowFaults faults, RowCount count, IReadOnlyList<string> columns, CancellationToken ct)
    {
        try
        {
            if (!await csv.ReadAsync(ct))
            {
                if (count.Rows == 0)
                    faults.Add(1, "", ImportRules.FileEmpty);
                return false;
            }
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
        // Which of the two is meant, nobody can tell.
        var twice = columns.Where(column => csv.Headers.Count(header => header == column) > 1).ToList();
        foreach (var column in twice)
            faults.Add(1, column, ImportRules.ColumnTwice);
        return missing.Count == 0 && twice.Count == 0;
    }
}

/// <summary>How many rows a file had so far, its header not counted.</summary>
internal sealed class RowCount
{
    public long Rows { get; set; }
}
