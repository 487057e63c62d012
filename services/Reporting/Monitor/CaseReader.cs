using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Monitor;

/// <summary>
/// Counts the cases of the expert table: by state for the region alone, and for a municipality only their number, left
/// out where it is small.
/// </summary>
internal sealed class CaseReader(ReportingDbContext db)
{
    public async Task<CasesView> ReadAsync(string areaId, string[] regionMunicipalityIds, CancellationToken ct)
    {
        var cases = db.Set<ProjectedCase>().Where(c => regionMunicipalityIds.Contains(c.MunicipalityId));
        if (areaId == MonitorArea.Region)
        {
            var states = await cases.GroupBy(c => c.State).Select(g => new { State = g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.State, g => g.Count, ct);
            return new CasesView(states.Values.Sum(), CaseStates.InOrder(states));
        }

        // Those of the others count too: what is left out for one must not follow from the region and the rest.
        var counted = await cases.GroupBy(c => c.MunicipalityId).Select(g => new { Id = g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Id, g => g.Count, ct);
        var all = regionMunicipalityIds.ToDictionary(id => id, id => counted.GetValueOrDefault(id), StringComparer.Ordinal);
        return new CasesView(SmallCounts.Publishable(all).TryGetValue(areaId, out var count) ? count : null, []);
    }
}
