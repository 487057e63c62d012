using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Regio.Reporting.Figures;

internal sealed record ObservationRow(
    string Theme,
    string Indicator,
    string Label,
    string AreaId,
    string Period,
    string Breakdown,
    string Value,
    decimal? ValueNumeric,
    string Unit,
    string Denominator,
    string Status,
    string SourceTitle,
    string SourcePlace,
    string Remark,
    string Scope);

internal sealed record AreaRow(string Id, string Name);

/// <summary>The published figures that the service starts with, each row with its source and place.</summary>
internal static class FigureFiles
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        // The files write value_numeric, the records ValueNumeric.
        PrepareHeaderForMatch = header => header.Header.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant(),
    };

    public static IReadOnlyList<ObservationRow> Observations() => Read<ObservationRow>("observations.csv");

    public static IReadOnlyList<Area> Areas() =>
        [.. Read<AreaRow>("areas.csv").Select(row => new Area { Id = row.Id, Name = row.Name })];

    private static List<T> Read<T>(string file)
    {
        using var stream = typeof(FigureFiles).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var text = new StreamReader(stream);
        using var csv = new CsvReader(text, Format);
        return [.. csv.GetRecords<T>()];
    }
}
