using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Computing;

/// <summary>Reads the latest figures that something is computed with, as a viewer may see them.</summary>
internal sealed class FigureSetReader(ReportingDbContext db, ShieldReader shield, TimeProvider time)
{
    /// <summary>The figures of indicators in an area, of all periods and breakdowns.</summary>
    public Task<IReadOnlyList<Observation>> OfAreaAsync(IReadOnlyCollection<string> indicators, string areaId, Viewer viewer, CancellationToken ct) =>
        WhereAsync(o => indicators.Contains(o.Indicator) && o.AreaId == areaId, viewer, ct);

    /// <summary>The figures of indicators in an area with this breakdown, of all periods; without one they are the totals.</summary>
    public Task<IReadOnlyList<Observation>> OfAreaAsync(IReadOnlyCollection<string> indicators, string areaId, string breakdown, Viewer viewer, CancellationToken ct) =>
        WhereAsync(o => indicators.Contains(o.Indicator) && o.AreaId == areaId && o.Breakdown == breakdown, viewer, ct);

    /// <summary>The latest figures of which something is true, by indicator, period and breakdown.</summary>
    public async Task<IReadOnlyList<Observation>> WhereAsync(Expression<Func<Observation, bool>> isWanted, Viewer viewer, CancellationToken ct) =>
        await shield.ShieldAsync(await Latest(db.Set<Observation>().Where(isWanted)).ToListAsync(ct), viewer, ct);

    /// <summary>The figures of one indicator, period and breakdown in some areas.</summary>
    public async Task<IReadOnlyDictionary<string, Observation>> OfAreasAsync(
        string indicator, string period, string breakdown, IReadOnlyCollection<string> areaIds, Viewer viewer, CancellationToken ct)
    {
        var found = await WhereAsync(o => o.Indicator == indicator && o.Period == period && o.Breakdown == breakdown && areaIds.Contains(o.AreaId), viewer, ct);
        return found.ToDictionary(o => o.AreaId);
    }

    /// <summary>The definition of an indicator today.</summary>
    public async Task<Indicator> DefinitionAsync(string id, string field, CancellationToken ct) =>
        await db.Set<Indicator>().AsNoTracking().Holding(time.DutchToday()).SingleOrDefaultAsync(i => i.Id == id, ct)
        ?? throw new DomainException(RatioRules.IndicatorUnknown, field, new Dictionary<string, string> { ["indicator_id"] = id });

    public async Task<IReadOnlyList<SeriesBreak>> BreaksAsync(IReadOnlyCollection<string> indicators, CancellationToken ct) =>
        await db.Set<SeriesBreak>().AsNoTracking().Where(b => indicators.Contains(b.Indicator)).OrderBy(b => b.Day).ToListAsync(ct);

    /// <summary>Refuses an area of which nothing is known.</summary>
    public static void RequireAny(IReadOnlyCollection<Observation> figures, string field = "area_id")
    {
        if (figures.Count == 0)
            throw new DomainException(RatioRules.ObservationUnknown, field);
    }

    private IQueryable<Observation> Latest(IQueryable<Observation> observations) => observations.AsNoTracking()
        .Where(o => !db.Set<Observation>().Any(later =>
            later.Indicator == o.Indicator && later.AreaId == o.AreaId && later.Period == o.Period && later.Breakdown == o.Breakdown && later.Version > o.Version))
        .OrderBy(o => o.Indicator).ThenBy(o => o.Period).ThenBy(o => o.Breakdown);
}
