using System.Globalization;
using System.Reflection;
using CsvHelper;
using CsvHelper.Configuration;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>Reads the reference data that a service carries with it.</summary>
public static class EmbeddedCsv
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        // The files write valid_from, the records ValidFrom.
        PrepareHeaderForMatch = header => header.Header.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant(),
    };

    /// <summary>All rows of an embedded file whose columns are the properties of <typeparamref name="T"/> in snake_case.</summary>
    public static IReadOnlyList<T> Read<T>(Assembly assembly, string file)
    {
        using var stream = assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded in {assembly.GetName().Name}.");
        using var text = new StreamReader(stream);
        using var csv = new CsvReader(text, Format);
        return [.. csv.GetRecords<T>()];
    }
}
