using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Catalogue;

/// <summary>Reads the data catalogue for its pages.</summary>
internal sealed class CatalogueReader(ReportingDbContext db, ShieldReader shield, TimeProvider time)
{
    public async Task<IReadOnlyList<CatalogueEntry>> ReadAsync(CancellationToken ct)
    {
        var indicators = await db.Set<Indicator>().AsNoTracking().Holding(time.DutchToday()).OrderBy(i => i.Name).ThenBy(i => i.Id).ToListAsync(ct);
        var counts = await db.Set<Observation>()
            .Select(o => new { o.Indicator, o.AreaId, o.Period, o.Breakdown }).Distinct()
            .GroupBy(o => o.Indicator)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Id, g => g.Count, ct);
        return [.. indicators.Select(i => new CatalogueEntry(ToView(i), counts.GetValueOrDefault(i.Id)))];
    }

    /// <summary>One indicator with all versions of its observations as a viewer may see them; null when it is unknown.</summary>
    public async Task<IndicatorLineage?> FindAsync(string id, Viewer viewer, CancellationToken ct)
    {
        var indicator = await db.Set<Indicator>().AsNoTracking().Holding(time.DutchToday()).SingleOrDefaultAsync(i => i.Id == id, ct);
        if (indicator is null)
            return null;
        var all = await db.Traced(db.Set<Observation>().Where(o => o.Indicator == id)).AsNoTracking()
            .OrderBy(t => t.Observation.Rank).ThenBy(t => t.Observation.Version).ToListAsync(ct);
        var traced = await shield.ShieldAsync(all, viewer, ct);
        var areas = await db.Set<Area>().ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        return new(ToView(indicator), [.. traced.Select(t => ToView(t, areas.GetValueOrDefault(t.Observation.AreaId, t.Observation.AreaId)))]);
    }

    private static IndicatorView ToView(Indicator i) => new(i.Id, i.Name, i.Unit, i.AgeGroup, i.Additive, i.Definition);

    private static LineageView ToView(TracedObservation traced, string areaName)
    {
        var o = traced.Observation;
        return new LineageView
        {
            AreaName = areaName,
            Period = o.Period,
            Breakdown = o.Breakdown,
            Value = o.Value,
            Unit = o.Unit,
            Status = o.Status,
            Version = o.Version,
            Current = traced.Current,
            SourceTitle = o.SourceTitle,
            SourcePlace = o.SourcePlace,
            FileName = traced.Load?.FileName,
            Line = o.Line,
            LoadedAt = traced.Load?.LoadedAt,
            ContentHash = traced.Load?.ContentHash,
        };
    }
}
