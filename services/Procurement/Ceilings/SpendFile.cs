using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Ceilings;

/// <summary>A row of a file, and what made it unreadable as one.</summary>
internal sealed record SpendLine(int Line, RawSpend? Row, (string Column, Rule Rule)? Fault = null);

/// <summary>Reads spend from a CSV file: semicolons, months as 2026-03, euros with a decimal comma.</summary>
internal static partial class SpendFile
{
    private const int LongestLine = 4 * 1024;
    private const char BrokenEncoding = '\uFFFD';
    private const decimal CentsInEuro = 100m;

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

    /// <summary>Column of each field of a row.</summary>
    public static readonly IReadOnlyDictionary<string, string> Columns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["contract_id"] = "Contract",
        ["product_id"] = "Product",
        ["municipality_id"] = "Municipality",
        ["month"] = "Month",
        ["cents"] = "Amount",
        ["always_paid"] = "AlwaysPaid",
    };

    /// <summary>The rows; a fault of the file itself, such as a column that is missing, ends them.</summary>
    public static IEnumerable<SpendLine> Read(Stream content)
    {
        using var csv = CsvReader.Create(content, Options);
        for (var isFirst = true; ; isFirst = false)
        {
            var (ended, fault) = Next(csv);
            if (fault is not null)
                yield return fault;
            if (ended)
                yield break;
            var missing = isFirst ? Columns.Values.Where(column => !csv.TryGetFieldIndex(column, out _)).ToList() : [];
            foreach (var column in missing)
                yield return new SpendLine(1, Row: null, (column, SpendRules.ColumnMissing));
            if (missing.Count > 0)
                yield break;
            yield return Row(csv);
        }
    }

    private static (bool Ended, SpendLine? Fault) Next(CsvReader csv)
    {
        try
        {
            return (!csv.Read(), null);
        }
        catch (CsvFormatException exception)
        {
            return (true, new SpendLine((int)exception.LineNumber, Row: null, ("", SpendRules.FileMalformed)));
        }
    }

    private static SpendLine Row(CsvReader csv)
    {
        var line = (int)csv.LineNumber;
        string Text(string field) => csv.GetString(Columns[field]);
        return Columns.Keys.Any(field => Text(field).Contains(BrokenEncoding, StringComparison.Ordinal))
            ? new SpendLine(line, Row: null, ("", SpendRules.EncodingBroken))
            : new SpendLine(line, new RawSpend(
                Text("contract_id"), Text("product_id"), Text("municipality_id"), Month(Text("month")), Cents(Text("cents")), YesOrNo(Text("always_paid"))));
    }

    private static DateOnly? Month(string text) =>
        DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    // A point is refused: it could be meant as one for thousands.
    private static long? Cents(string text) => Amount().IsMatch(text)
        ? (long)(decimal.Parse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) * CentsInEuro)
        : null;

    private static bool? YesOrNo(string text) => text switch
    {
        "ja" => true,
        "nee" => false,
        _ => null,
    };

    [GeneratedRegex(@"\A-?[0-9]{1,14}(,[0-9]{1,2})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Amount();
}
