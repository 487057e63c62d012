using CsvHelper;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Terms;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.ReferenceData;

[CsvRecord]
internal sealed partial record LevelRow(int Level, string Name, string SourceTitle, string SourcePlace);

[CsvRecord]
internal sealed partial record ProductRow(
    string Id,
    string Name,
    int Level,
    string Unit,
    bool WithStay,
    string CareCategory,
    string CareCode,
    DateOnly ValidFrom,
    DateOnly? ValidUntil,
    string SourceTitle,
    string SourcePlace);

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

[CsvRecord]
internal sealed partial record TermRow(Guid Id, string Term, int Value, DateOnly StartsOn, string Ground, string SourceTitle, string SourcePlace);

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
            Unit = Given(row.Unit) is { } unit ? TariffUnits.Parse(unit) : null,
            WithStay = row.WithStay,
            CareCategory = Given(row.CareCategory),
            CareCode = Given(row.CareCode),
            Validity = new Validity(row.ValidFrom, row.ValidUntil),
            Source = new Source(row.SourceTitle, row.SourcePlace),
        }),
    ];

    public static IReadOnlyList<ScaleRule> ScaleRules() =>
    [
        .. Read<ScaleRuleRow>("scale-rules.csv").Select(row => new ScaleRule
        {
            Id = row.Id,
            ProductId = Given(row.ProductId),
            LevelFrom = row.LevelFrom,
            LevelTo = row.LevelTo,
            Scale = Scales.Parse(row.Scale),
            Executor = row.Executor,
            Validity = new Validity(row.ValidFrom, row.ValidUntil),
            Ground = row.Ground,
            Source = new Source(row.SourceTitle, row.SourcePlace),
        }),
    ];

    public static IReadOnlyList<TermSetting> Terms() =>
    [
        .. Read<TermRow>("terms.csv").Select(row => new TermSetting
        {
            Id = row.Id,
            Term = Enum.Parse<Term>(row.Term),
            Value = row.Value,
            StartsOn = row.StartsOn,
            Ground = row.Ground,
            Source = new Source(row.SourceTitle, row.SourcePlace),
            RecordedBy = "",
        }),
    ];

    private static string? Given(string text) => string.IsNullOrEmpty(text) ? null : text;

    private static IReadOnlyList<T> Read<T>(string file) => EmbeddedCsv.Read<T>(typeof(ReferenceFiles).Assembly, file);
}
