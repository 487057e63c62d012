using System.Text.Encodings.Web;
using System.Text.Json;
using Regio.Documents.Tables;

namespace Regio.Reporting.Exports;

/// <summary>Writes a table as JSON: notes, and an object for each row; what is not known is null.</summary>
internal static class JsonExport
{
    // The file is served as JSON and never put into a page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(ExportTable table)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("notes");
            foreach (var (heading, text) in table.Notes)
                WriteNote(json, heading, text);
            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (var row in table.Rows)
                WriteRow(json, table.Columns, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteNote(Utf8JsonWriter json, string heading, string text)
    {
        json.WriteStartObject();
        json.WriteString("heading", heading);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, IReadOnlyList<ExportColumn> columns, object?[] row)
    {
        json.WriteStartObject();
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is decimal number)
                json.WriteNumber(columns[i].Name, number);
            else
                json.WriteString(columns[i].Name, row[i] as string);
        }

        json.WriteEndObject();
    }
}
