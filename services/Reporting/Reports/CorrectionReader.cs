using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Reports;

/// <summary>A figure of a report of which the source has said something else since.</summary>
internal sealed record Correction(UsedFigure Used, string UsedValue, Observation Latest);

/// <summary>Reads what the sources of reports have corrected since they were made.</summary>
internal sealed class CorrectionReader(ReportingDbContext db, ShieldReader shield)
{
    /// <summary>The corrections by report, the latest figures as the viewer may see them.</summary>
    public async Task<ILookup<Guid, Correction>> ReadAsync(IReadOnlyCollection<Guid> reportIds, Viewer viewer, CancellationToken ct)
    {
        var corrected = await (
            from used in db.Set<UsedFigure>()
            where reportIds.Contains(used.ReportId)
            join then in db.Set<Observation>()
                on new { used.Indicator, used.AreaId, used.Period, used.Breakdown, used.Version } equals new { then.Indicator, then.AreaId, then.Period, then.Breakdown, then.Version }
            join now in db.Set<Observation>()
                on new { used.Indicator, used.AreaId, used.Period, used.Breakdown } equals new { now.Indicator, now.AreaId, now.Period, now.Breakdown }
            where now.Version > used.Version
            select new { used, then.Value, now }).AsNoTracking().ToListAsync(ct);
        var latest = corrected.GroupBy(c => c.used).Select(g => new Correction(g.Key, g.First().Value, g.Select(c => c.now).MaxBy(o => o.Version)!)).OrderBy(c => c.Latest.Rank).ToList();
        var shown = await shield.ShieldAsync([.. latest.Select(c => c.Latest)], viewer, ct);
        return latest.Zip(shown, (correction, observation) => correction with { Latest = observation }).ToLookup(c => c.Used.ReportId);
    }
}
