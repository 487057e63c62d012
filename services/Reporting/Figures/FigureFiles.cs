using CsvHelper;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Figures;

[CsvRecord]
internal sealed partial record ObservationRow(
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

[CsvRecord]
internal sealed partial record AreaRow(string Id, string Name);

/// <summary>The published figures that the service starts with, each row with its source and place.</summary>
internal static class FigureFiles
{
    public static IReadOnlyList<ObservationRow> Observations() => Read<ObservationRow>("observations.csv");

    public static IReadOnlyList<Area> Areas() =>
        [.. Read<AreaRow>("areas.csv").Select(row => new Area { Id = row.Id, Name = row.Name })];

    private static IReadOnlyList<T> Read<T>(string file) => EmbeddedCsv.Read<T>(typeof(FigureFiles).Assembly, file);
}
