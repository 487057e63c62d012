using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Figures;
using Regio.Reporting.Monitor;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Computing;

/// <summary>What is computed for the page of an area.</summary>
internal sealed record AnalysisView(
    string AreaId, string AreaName, CostExplanation? Cost, IReadOnlyList<SeriesView> Series, IReadOnlyDictionary<string, IReadOnlyList<ComparedArea>> Compared,
    IReadOnlyList<SavingsView> Savings);

/// <summary>Computes all that can be of the figures of an area, as anybody may see them.</summary>
internal sealed class AnalysisReader(
    ReportingDbContext db, FigureSetReader figures, AnalyseSeries analyse, ExplainCost explain, CompareAreas compare,
    ListSavingsScenarios savings, TimeProvider time)
{
    private const int YearsAhead = 2;

    /// <summary>The analysis; null when the area is unknown.</summary>
    public async Task<AnalysisView?> ReadAsync(string areaId, CancellationToken ct)
    {
        var name = areaId == MonitorArea.Region
            ? await db.Set<Area>().Where(a => a.Id == areaId).Select(a => a.Name).SingleOrDefaultAsync(ct)
            : await db.Set<ProjectedMunicipality>().Where(m => m.Id == areaId).Select(m => m.Name).SingleOrDefaultAsync(ct);
        if (name is null)
            return null;
        var indicators = await db.Set<Indicator>().AsNoTracking().Holding(time.DutchToday()).OrderBy(i => i.Name).ToDictionaryAsync(i => i.Id, ct);
        var all = (await figures.OfAreaAsync(indicators.Keys, areaId, breakdown: "", Viewer.Anybody, ct)).ToLookup(o => o.Indicator);
        var series = new List<SeriesView>();
        foreach (var indicator in indicators.Values.Where(i => Computing.Series.Years(all[i.Id]).Count > 0))
            series.Add(await analyse.AnalyseAsync(indicator, areaId, "", [.. all[indicator.Id]], YearsAhead, ct));
        return new(areaId, name, await CostAsync(areaId, all[ExplainCost.Cost], ct), series, await ComparedAsync(areaId, series, ct),
            await savings.ReadAsync(areaId, Viewer.Anybody, ct));
    }

    private async Task<CostExplanation?> CostAsync(string areaId, IEnumerable<Observation> costs, CancellationToken ct)
    {
        var years = Computing.Series.Years(costs);
        if (years.Count < 2)
            return null;
        try
        {
            return await explain.ExplainAsync(areaId, years[^2].Observation.Period, years[^1].Observation.Period, Viewer.Anybody, ct);
        }
        catch (DomainException)
        {
            // What cannot be explained, such as over a break, is no part of the page.
            return null;
        }
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<ComparedArea>>> ComparedAsync(string areaId, IEnumerable<SeriesView> series, CancellationToken ct)
    {
        var compared = new Dictionary<string, IReadOnlyList<ComparedArea>>();
        if (areaId == MonitorArea.Region)
            return compared;
        foreach (var view in series)
            compared.Add(view.Indicator.Id, await compare.CompareAsync(view.Indicator.Id, areaId, view.Segments[^1].Years[^1].Observation.Period, "", Viewer.Anybody, ct));
        return compared;
    }
}
