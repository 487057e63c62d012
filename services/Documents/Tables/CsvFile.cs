using System.Globalization;
using CsvHelper;

namespace Regio.Documents.Tables;

/// <summary>Writes a table as CSV. Text that a spreadsheet would run as a formula has an apostrophe in front.</summary>
public static class CsvFile
{
    private static readonly CsvWriterOptions Rfc4180 = new() { Injection = CsvInjection.Escape, NewLine = "\r\n" };

    private static readonly CsvWriterOptions Dutch = Rfc4180 with
    {
        Separator = ';',
        WriteByteOrderMark = true,
        FormatProvider = CultureInfo.GetCultureInfo("nl-NL"),
    };

    /// <param name="table">What is written.</param>
    /// <param name="dutch">
    /// As Dutch spreadsheets open it: semicolons, decimal commas, Dutch names. Otherwise as programs read it (RFC 4180):
    /// commas, decimal points, names as in the contract.
    /// </param>
    public static byte[] Write(ExportTable table, bool dutch)
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, dutch ? Dutch : Rfc4180, leaveOpen: true))
        {
            csv.WriteHeader([.. table.Columns.Select(column => dutch ? column.Dutch : column.Name)]);
            foreach (var row in table.Rows)
            {
                foreach (var value in row)
                    WriteField(csv, value);
                csv.EndRecord();
            }
        }

        return buffer.ToArray();
    }

    private static void WriteField(CsvWriter csv, object? value)
    {
        if (value is decimal number)
            csv.WriteField(number, default, csv.Options.FormatProvider);
        else
            csv.WriteField(value as string ?? "");
    }
}
