using System.Reflection;
using CsvHelper;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>Reads the reference data that a service carries with it.</summary>
public static class EmbeddedCsv
{
    /// <summary>All rows of an embedded file.</summary>
    /// <typeparam name="T">A type marked <see cref="CsvRecordAttribute"/> whose properties are the columns.</typeparam>
    public static IReadOnlyList<T> Read<T>(Assembly assembly, string file)
    {
        using var stream = assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded in {assembly.GetName().Name}.");
        using var csv = CsvReader.Create(stream);
        return [.. csv.GetRecords<T>()];
    }
}
