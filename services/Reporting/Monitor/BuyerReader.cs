using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Monitor;

/// <summary>Who buys for an area, and what buyers are called.</summary>
internal sealed class BuyerReader(ReportingDbContext db)
{
    /// <summary>For a municipality itself and its regions of that day; null for the region: everybody.</summary>
    public async Task<string[]?> OfAreaAsync(string areaId, DateOnly day, CancellationToken ct) =>
        areaId == MonitorArea.Region
            ? null
            : [
                areaId,
                .. await db.Set<ProjectedMembership>()
                    .Where(m => m.MunicipalityId == areaId && m.ValidFrom <= day && (m.ValidUntil == null || m.ValidUntil > day))
                    .Select(m => m.RegionId).ToListAsync(ct),
            ];

    public async Task<Dictionary<string, string>> NamesAsync(CancellationToken ct)
    {
        var regions = await db.Set<ProjectedMembership>().Select(m => new { Id = m.RegionId, Name = m.RegionName }).Distinct().ToListAsync(ct);
        var municipalities = await db.Set<ProjectedMunicipality>().Select(m => new { m.Id, m.Name }).ToListAsync(ct);
        return regions.Concat(municipalities).GroupBy(area => area.Id).ToDictionary(area => area.Key, area => area.Min(a => a.Name)!);
    }
}
