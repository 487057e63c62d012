using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Monitor;

/// <summary>Reads which municipality belongs to which group.</summary>
internal sealed class CaseGroupReader(ReportingDbContext db)
{
    public async Task<CaseGroups> ReadAsync(DateOnly day, CancellationToken ct)
    {
        var successions = new Successions(await db.Set<ProjectedMunicipality>().AsNoTracking().Where(m => m.EndedOn <= day).ToListAsync(ct));
        var memberships = await db.Set<ProjectedMembership>().AsNoTracking().Where(m => m.ValidFrom <= day && (m.ValidUntil == null || m.ValidUntil > day)).ToListAsync(ct);
        var region = successions.With([.. memberships.Where(m => m.RegionId == MonitorArea.Region).Select(m => m.MunicipalityId)]);
        return new CaseGroups(
            region,
            memberships.Where(m => m.RegionKind == "procurement").OrderBy(m => m.RegionId, StringComparer.Ordinal).GroupBy(m => m.RegionId)
                .SelectMany(of => successions.With([.. of.Select(m => m.MunicipalityId)]).Where(region.Contains).Select(id => (id, of.Key))));
    }
}
