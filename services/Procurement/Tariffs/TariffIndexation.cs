using System.Globalization;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tariffs;

/// <summary>What an index is about; the numbers are those of the messages.</summary>
internal enum TariffIndexKind
{
    /// <summary>Cost of wages.</summary>
    Wage = 1,

    /// <summary>Cost of material.</summary>
    Material = 2,
}

/// <summary>A published index figure of a year, in percent as published. Of two for one year the later recorded counts.</summary>
internal sealed class TariffIndex
{
    public required Guid Id { get; init; }

    public required TariffIndexKind Kind { get; init; }

    public required int Year { get; init; }

    public required decimal ForecastPercent { get; init; }

    /// <summary>Null while not known.</summary>
    public required decimal? DefinitivePercent { get; init; }

    public required Source Source { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>A tariff of the next year and the indexes it was calculated with, in percent.</summary>
internal sealed record IndexedTariff(long Cents, decimal WagePercent, decimal MaterialPercent, decimal Percent);

/// <summary>
/// Indexation of tariffs: index(t+1) = forecast(t+1) + (definitive(t) - forecast(t)), wage and material apart, so that a
/// forecast that was wrong is put right a year later.
/// </summary>
internal static class TariffIndexation
{
    private const decimal Whole = 100m;

    /// <summary>The arithmetic is exact; the tariff alone is rounded, once, to whole cents with halves away from zero.</summary>
    public static IndexedTariff Of(long cents, int year, decimal wageSharePercent, IReadOnlyCollection<TariffIndex> figures)
    {
        var wage = IndexOf(TariffIndexKind.Wage, year, figures);
        var material = IndexOf(TariffIndexKind.Material, year, figures);
        var percent = ((wageSharePercent * wage) + ((Whole - wageSharePercent) * material)) / Whole;
        return new IndexedTariff((long)decimal.Round(cents * (Whole + percent) / Whole, 0, MidpointRounding.AwayFromZero), wage, material, percent);
    }

    private static decimal IndexOf(TariffIndexKind kind, int year, IReadOnlyCollection<TariffIndex> figures)
    {
        var next = Latest(kind, year, figures) ?? throw Missing(kind, year, "forecast");
        var current = Latest(kind, year - 1, figures);
        return current?.DefinitivePercent is { } definitive
            ? next.ForecastPercent + (definitive - current.ForecastPercent)
            : throw Missing(kind, year - 1, "definitive");
    }

    // Ids are in the order of recording (UUIDv7).
    private static TariffIndex? Latest(TariffIndexKind kind, int year, IReadOnlyCollection<TariffIndex> figures) =>
        figures.Where(figure => figure.Kind == kind && figure.Year == year).MaxBy(figure => figure.Id);

    private static DomainException Missing(TariffIndexKind kind, int year, string figure) => new(
        TariffRules.IndexMissing,
        "year",
        new Dictionary<string, string>
        {
            ["kind"] = kind.ToString().ToLowerInvariant(),
            ["year"] = year.ToString(CultureInfo.InvariantCulture),
            ["figure"] = figure,
        });
}
