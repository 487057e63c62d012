using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Computing;
using Regio.Reporting.Figures;
using Regio.Reporting.Monitor;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Implementation;

/// <summary>
/// Reads the goals of the regions that the municipalities of an area belong to, with what carries them out: for Drenthe all of it,
/// for a municipality what it does itself. The figures are those of the area, as the viewer may see them.
/// </summary>
internal sealed class ImplementationReader(ReportingDbContext db, FigureSetReader figures, AnalyseSeries analyse, TimeProvider time)
{
    /// <summary>The plan; null when the area is unknown.</summary>
    public async Task<ImplementationView?> ReadAsync(string areaId, DateOnly day, Viewer viewer, CancellationToken ct)
    {
        var municipalities = await db.Set<ProjectedMunicipality>().AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var memberships = await db.Set<ProjectedMembership>().AsNoTracking()
            .Where(m => m.ValidFrom <= day && (m.ValidUntil == null || m.ValidUntil > day)).ToListAsync(ct);
        var name = areaId == MonitorArea.Region
            ? await db.Set<Area>().Where(a => a.Id == areaId).Select(a => a.Name).SingleOrDefaultAsync(ct)
            : municipalities.GetValueOrDefault(areaId);
        if (name is null)
            return null;
        var regions = memberships.Where(m => areaId == MonitorArea.Region || m.MunicipalityId == areaId).Select(m => m.RegionId).Distinct().ToArray();
        var nodes = await db.Set<ProjectedGoalNode>().AsNoTracking().Where(node => regions.Contains(node.RegionId)).ToListAsync(ct);
        var items = await db.Set<ProjectedWorkItem>().AsNoTracking()
            .Where(item => item.GoalNodeId != null && regions.Contains(item.RegionId)).ToListAsync(ct);
        var plan = GoalPlan.On(nodes, items, day, areaId == MonitorArea.Region ? "" : areaId);
        var series = await SeriesAsync([.. plan.Goals.SelectMany(goal => goal.Indicators).Select(node => node.IndicatorCode).Where(code => code.Length > 0).Distinct()], areaId, viewer, ct);
        var names = new Dictionary<string, string>(municipalities, StringComparer.Ordinal);
        foreach (var region in memberships)
            names.TryAdd(region.RegionId, region.RegionName);
        return new(
            areaId, name, day,
            [.. plan.Goals.Select(goal => new GoalView(goal, [.. goal.Indicators.Select(node => PlanMeasure.Of(node, series.GetValueOrDefault(node.IndicatorCode), goal.Node.ValidFrom))]))],
            plan.Loose, names);
    }

    private async Task<Dictionary<string, SeriesView>> SeriesAsync(string[] codes, string areaId, Viewer viewer, CancellationToken ct)
    {
        var indicators = await db.Set<Indicator>().AsNoTracking().Holding(time.DutchToday()).Where(indicator => codes.Contains(indicator.Id)).ToListAsync(ct);
        var all = (await figures.OfAreaAsync(codes, areaId, breakdown: "", viewer, ct)).ToLookup(figure => figure.Indicator);
        var series = new Dictionary<string, SeriesView>(StringComparer.Ordinal);
        foreach (var indicator in indicators)
            series.Add(indicator.Id, await analyse.AnalyseAsync(indicator, areaId, "", [.. all[indicator.Id]], yearsAhead: 0, ct));
        return series;
    }
}
