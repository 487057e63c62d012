using System.Globalization;
using System.Text.Json;
using Regio.Reporting.V1;

namespace Regio.Reporting.Importing.Tables;

/// <summary>
/// A page of a table as CBS gives it (OData JSON): "value" holds the rows, and a link leads to the next page. Version 3
/// writes odata.nextLink, version 4 @odata.nextLink.
/// </summary>
internal sealed class ODataPage : IDisposable
{
    private const string Area = "RegioS";
    private const string Period = "Perioden";
    private const string NotGiven = ".";
    private static readonly string[] LinkNames = ["@odata.nextLink", "odata.nextLink"];

    private readonly JsonDocument _document;
    private readonly JsonElement _rows;

    private ODataPage(JsonDocument document, JsonElement rows, string next) => (_document, _rows, Next) = (document, rows, next);

    public int Count => _rows.GetArrayLength();

    /// <summary>Where the next page is; empty on the last.</summary>
    public string Next { get; }

    /// <summary>The page; null when these bytes are none.</summary>
    public static ODataPage? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("value", out var rows) && AreRows(rows)
                && NextOf(document.RootElement) is { } next)
            {
                return new ODataPage(document, rows, next);
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The cells that should become observations; a line is the number of the row within the table.</summary>
    public IEnumerable<RawRow> Rows(ImportHeader header, RowFaults faults, RowCount count)
    {
        foreach (var row in _rows.EnumerateArray())
        {
            count.Rows++;
            var missing = header.Columns.Select(column => column.Column).Prepend(Period).Prepend(Area).Where(name => !row.TryGetProperty(name, out _)).ToList();
            foreach (var name in missing)
                faults.Add(count.Rows, name, ImportRules.ColumnMissing);
            if (missing.Count > 0)
                continue;
            foreach (var column in header.Columns)
                yield return new(count.Rows, column.IndicatorId, Key(row, Area), Key(row, Period), column.Breakdown, Text(row, column.Column), "", (Area, Period, column.Column));
        }
    }

    public void Dispose() => _document.Dispose();

    private static bool AreRows(JsonElement rows) =>
        rows.ValueKind == JsonValueKind.Array && rows.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object);

    /// <summary>
    /// The link to the next page; empty without one, and null where there is something else in its place: taken for the last
    /// page, such a page would cut the table short without anybody seeing it.
    /// </summary>
    private static string? NextOf(JsonElement page)
    {
        var links = LinkNames.Where(name => page.TryGetProperty(name, out _)).Select(name => page.GetProperty(name)).Where(link => link.ValueKind != JsonValueKind.Null).ToList();
        return links switch
        {
            [] => "",
            [{ ValueKind: JsonValueKind.String } link] when link.GetString() is { Length: > 0 } next => next,
            _ => null,
        };
    }

    private static string Key(JsonElement row, string name) => row.GetProperty(name).ValueKind == JsonValueKind.Null ? "" : Text(row, name);

    /// <summary>As the same table writes it as a file, where numbers have a comma and a point stands for what is not given.</summary>
    private static string Text(JsonElement row, string name) => row.GetProperty(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out var value) => value.ToString(CultureInfo.InvariantCulture).Replace('.', ','),
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim(),
        { ValueKind: JsonValueKind.Null } => NotGiven,
        var other => other.GetRawText(),
    };
}
