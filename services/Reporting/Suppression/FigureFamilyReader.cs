using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Suppression;

/// <summary>
/// The figures of a year that the same children stand behind: their count and the amounts. A small number among them can be
/// given away by any other, so what is hidden follows from all of them; it is searched again when one has changed.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="hidden">What was found earlier.</param>
/// <param name="count">The indicator that counts the children.</param>
/// <param name="year">The year.</param>
/// <param name="indicators">The count, and the amounts about the same children.</param>
internal sealed class FigureFamilyReader(ReportingDbContext db, HiddenCells hidden, string count, string year, IReadOnlyList<string> indicators)
{
    private const int YearCharacters = 4;

    /// <summary>The year that a figure belongs to.</summary>
    public static string Year(Observation figure) => figure.Period[..Math.Min(YearCharacters, figure.Period.Length)];

    /// <summary>The ids of the cells that must not be shown to those whom this protection is for.</summary>
    public async Task<IReadOnlySet<string>> HiddenAsync(IReadOnlyList<AreaSum> areas, Protection protection, CancellationToken ct)
    {
        // Before the figures are read: an answer that is kept under an older count is only asked for by who read older figures.
        var changes = await ChangesAsync(ct);
        return await hidden.OfAsync(
            Key(changes, areas, protection),
            async () =>
            {
                var found = Search(await LatestAsync(ct), areas, protection);
                return (found, await ChangesAsync(ct) == changes);
            },
            ct);
    }

    /// <summary>Those of the figures that no later version has taken the place of.</summary>
    public async Task<IReadOnlyList<Observation>> LatestOfAsync(IReadOnlyList<Observation> figures, CancellationToken ct)
    {
        var (areas, periods, breakdowns) = (Distinct(o => o.AreaId), Distinct(o => o.Period), Distinct(o => o.Breakdown));
        var versions = await db.Set<Observation>()
            .Where(o => indicators.Contains(o.Indicator) && areas.Contains(o.AreaId) && periods.Contains(o.Period) && breakdowns.Contains(o.Breakdown))
            .GroupBy(o => new { o.Indicator, o.AreaId, o.Period, o.Breakdown })
            .Select(g => new { g.Key, Version = g.Max(o => o.Version) })
            .ToDictionaryAsync(row => (row.Key.Indicator, row.Key.AreaId, row.Key.Period, row.Key.Breakdown), row => row.Version, ct);
        return [.. figures.Where(o => versions.GetValueOrDefault((o.Indicator, o.AreaId, o.Period, o.Breakdown)) == o.Version)];

        string[] Distinct(Func<Observation, string> part) => [.. figures.Select(part).Distinct(StringComparer.Ordinal)];
    }

    private HashSet<string> Search(IReadOnlyList<Observation> all, IReadOnlyList<AreaSum> areas, Protection protection)
    {
        var counts = all.Where(o => o.Indicator == count).ToList();
        var money = all.Where(o => o.Indicator != count).GroupBy(o => o.Indicator).Select(g => g.ToList()).DefaultIfEmpty([]);
        return money.SelectMany(amounts => CellSuppression.Hidden(FigureTable.Of(counts, amounts, areas), protection)).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<Observation>> LatestAsync(CancellationToken ct) => await db.Set<Observation>().AsNoTracking()
        .Where(o => indicators.Contains(o.Indicator) && o.Period.Substring(0, YearCharacters) == year && !db.Set<Observation>().Any(later =>
            later.Indicator == o.Indicator && later.AreaId == o.AreaId && later.Period == o.Period
            && later.Breakdown == o.Breakdown && later.Version > o.Version))
        .ToListAsync(ct);

    private Task<long> ChangesAsync(CancellationToken ct) =>
        db.Set<FigureChange>().Where(change => indicators.Contains(change.Indicator) && change.Year == year).SumAsync(change => change.Changes, ct);

    private string Key(long changes, IReadOnlyList<AreaSum> areas, Protection protection)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{count}\t{year}\t{changes}\t{protection.Threshold}\t{protection.MoneyPercent}\n")
            .AppendJoin('\t', indicators).Append('\n');
        foreach (var sum in areas)
            text.Append(CultureInfo.InvariantCulture, $"{sum.AreaId}={string.Join('+', sum.Parts)}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
