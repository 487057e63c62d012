using CsvHelper;
using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.ReferenceData;

[CsvRecord]
internal sealed partial record LevelRow(int Level, string Name, string SourceTitle, string SourcePlace);

[CsvRecord]
internal sealed partial record ProductRow(string Id, string Name, int Level, string SourceTitle, string SourcePlace);

[CsvRecord]
internal sealed partial record ScaleRuleRow(
    Guid Id,
    string ProductId,
    int? LevelFrom,
    int? LevelTo,
    string Scale,
    string Executor,
    DateOnly ValidFrom,
    DateOnly? ValidUntil,
    string Ground,
    string SourceTitle,
    string SourcePlace);

/// <summary>The published facts that the service starts with, each row with its source and place.</summary>
internal static class ReferenceFiles
{
    public static IReadOnlyList<InterventionLevel> Levels() =>
    [
        .. Read<LevelRow>("intervention-levels.csv").Select(row => new InterventionLevel
        {
            Level = row.Level,
            Name = row.Name,
            Source = new Source(row.SourceTitle, row.SourcePlace),
        }),
    ];

    public static IReadOnlyList<Product> Products() =>
    [
        .. Read<ProductRow>("products.csv").Select(row => new Product
        {
            Id = row.Id,
            Name = row.Name,
            Level = row.Level,
            Source = new Source(row.SourceTitle, row.SourcePlace),
        }),
    ];

    public static IReadOnlyList<ScaleRule> ScaleRules() =>
    [
        .. Read<ScaleRuleRow>("scale-rules.csv").Select(row => new ScaleRule
        {
            Id = row.Id,
            ProductId = string.IsNullOrEmpty(row.ProductId) ? null : row.ProductId,
            LevelFrom = row.LevelFrom,
            LevelTo = row.LevelTo,
            Scale = Scales.Parse(row.Scale),
            Executor = row.Executor,
            Validity = new Validity(row.ValidFrom, row.ValidUntil),
            Ground = row.Ground,
            Source = new Source(row.SourceTitle, row.SourcePlace),
        }),
    ];

    private static IReadOnlyList<T> Read<T>(string file) => EmbeddedCsv.Read<T>(typeof(ReferenceFiles).Assembly, file);
}
