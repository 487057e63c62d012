using System.Security.Cryptography;
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
internal sealed partial record IndicatorRow(
    string Id, string Name, string Unit, string AgeGroup, bool Additive, bool Signed, string CountedBy, string Definition, DateOnly ValidFrom, DateOnly? ValidUntil);

[CsvRecord]
internal sealed partial record AreaRow(string Id, string Name);

/// <summary>The published figures that the service starts with, each row with its source and place.</summary>
internal static class FigureFiles
{
    /// <summary>The name of the file of observations in the lineage; what others send in has no slash in its name.</summary>
    public const string LoadName = "reference/observations.csv";

    private const string ObservationsFile = "observations.csv";

    public static IReadOnlyList<ObservationRow> Observations() => Read<ObservationRow>(ObservationsFile);

    /// <summary>SHA-256 of the file of observations, in hexadecimal.</summary>
    public static string ObservationsHash()
    {
        using var stream = typeof(FigureFiles).Assembly.GetManifestResourceStream(ObservationsFile)!;
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public static IReadOnlyList<Indicator> Indicators() =>
    [
        .. Read<IndicatorRow>("indicators.csv").Select(row => new Indicator
        {
            Id = row.Id,
            Name = row.Name,
            Unit = row.Unit,
            AgeGroup = row.AgeGroup,
            Additive = row.Additive,
            Signed = row.Signed,
            CountedBy = row.CountedBy,
            Definition = row.Definition,
            ValidFrom = row.ValidFrom,
            ValidUntil = row.ValidUntil,
        }),
    ];

    public static IReadOnlyList<Area> Areas() =>
        [.. Read<AreaRow>("areas.csv").Select(row => new Area { Id = row.Id, Name = row.Name })];

    private static IReadOnlyList<T> Read<T>(string file) => EmbeddedCsv.Read<T>(typeof(FigureFiles).Assembly, file);
}
