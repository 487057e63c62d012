using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Regio.Documents.Tables;
using Regio.Reporting.Catalogue;
using Regio.Reporting.ExpertAnalysis;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Exports;

/// <summary>Reads the latest figures for an export, as a viewer may see them.</summary>
internal sealed class ExportReader(ReportingDbContext db, ShieldReader shield, PolicyReader policies, TimeProvider time)
{
    /// <param name="indicatorId">Only this indicator; empty: all.</param>
    /// <param name="areaId">Only this area; empty: all.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="ct">Cancels the question.</param>
    public async Task<ExportTable> ReadAsync(string indicatorId, string areaId, Viewer viewer, CancellationToken ct)
    {
        var wanted = db.Set<Observation>().Where(o => (indicatorId == "" || o.Indicator == indicatorId) && (areaId == "" || o.AreaId == areaId));
        return await TableAsync(wanted, viewer, ct);
    }

    /// <summary>The figures of all periods that lie in a half-year, to be delivered as a whole.</summary>
    public async Task<ExportTable> ReadHalfYearAsync(HalfYear halfYear, Viewer viewer, CancellationToken ct)
    {
        string[] periods = [.. halfYear.Periods];
        var table = await TableAsync(db.Set<Observation>().Where(o => periods.Contains(o.Period)), viewer, ct);
        return HalfYearDelivery.Of(table, halfYear);
    }

    private async Task<ExportTable> TableAsync(IQueryable<Observation> wanted, Viewer viewer, CancellationToken ct)
    {
        var found = await db.Traced(wanted).Where(t => t.Current).AsNoTracking().Take(ExportRules.MostRows + 1).ToListAsync(ct);
        if (found.Count > ExportRules.MostRows)
            throw new DomainException(ExportRules.TooLarge, "indicator_id", new Dictionary<string, string> { ["most"] = ExportRules.MostRows.ToString(CultureInfo.InvariantCulture) });
        var ordered = found
            .OrderBy(t => t.Observation.Indicator, StringComparer.Ordinal).ThenBy(t => t.Observation.AreaId, StringComparer.Ordinal)
            .ThenBy(t => t.Observation.Period, StringComparer.Ordinal).ThenBy(t => t.Observation.Breakdown, StringComparer.Ordinal).ToList();
        var protection = await policies.ForAsync(viewer.Audience, ct);
        return FigureExport.Of(await shield.ShieldAsync(ordered, viewer, ct), await NamesAsync(ct), protection.Threshold);
    }

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(CancellationToken ct)
    {
        var indicators = await db.Set<Indicator>().Holding(time.DutchToday()).Select(i => new { i.Id, i.Name }).ToListAsync(ct);
        var areas = await db.Set<Area>().Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        var municipalities = await db.Set<ProjectedMunicipality>().Select(m => new { m.Id, m.Name }).ToListAsync(ct);
        return indicators.Concat(areas).Concat(municipalities).DistinctBy(named => named.Id).ToDictionary(named => named.Id, named => named.Name);
    }
}
