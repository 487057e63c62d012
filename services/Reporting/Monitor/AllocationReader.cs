using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Monitor;

/// <summary>Reads the allocations that an area shares in, at a cost that does not grow with their number.</summary>
internal sealed class AllocationReader(ReportingDbContext db)
{
    public async Task<IReadOnlyList<AllocationView>> LatestAsync(string areaId, string[] municipalityIds, int most, CancellationToken ct)
    {
        if (most == 0)
            return [];
        var latest = await Latest(areaId, municipalityIds, most).ToListAsync(ct);
        var ids = latest.Select(a => a.Id).ToArray();
        var shares = await db.Set<ProjectedShare>().AsNoTracking()
            .Where(s => ids.Contains(s.AllocationId) && municipalityIds.Contains(s.MunicipalityId))
            .Join(db.Set<ProjectedMunicipality>(), s => s.MunicipalityId, m => m.Id, (s, m) => new { Share = s, m.Name, m.Rank })
            .OrderBy(s => s.Rank)
            .ToListAsync(ct);
        var sums = await PercentageSumsAsync([.. latest.Where(a => a.PercentageSum is null).Select(a => a.Id)], ct);
        var byAllocation = shares.ToLookup(s => s.Share.AllocationId, s => new ShareView(s.Share.MunicipalityId, s.Name, s.Share.AmountCents));
        return [.. latest.Select(a => new AllocationView(a.Id, a.Subject, a.AmountCents, a.OccurredAt, a.PercentageSum ?? sums.GetValueOrDefault(a.Id), [.. byAllocation[a.Id]]))];
    }

    public Task<long> CountAsync(string[] municipalityIds, CancellationToken ct) =>
        db.Database.SqlQuery<long>(
            $"""
             select coalesce(sum(allocation_count), 0)::bigint as "Value" from sharer_set where municipality_ids && {municipalityIds}
             """).SingleAsync(ct);

    // Of allocations that do not tell it themselves. Left out while the key of an allocation, or the percentage of one who shares, has not come yet.
    private async Task<Dictionary<Guid, decimal?>> PercentageSumsAsync(Guid[] allocationIds, CancellationToken ct) =>
        await db.Set<ProjectedShare>()
            .Where(s => allocationIds.Contains(s.AllocationId))
            .Join(db.Set<ProjectedAllocation>(), s => s.AllocationId, a => a.Id, (s, a) => new { s.AllocationId, s.MunicipalityId, a.AllocationKeyId })
            .GroupJoin(
                db.Set<ProjectedKeyWeight>(),
                s => new { s.AllocationKeyId, s.MunicipalityId },
                w => new { w.AllocationKeyId, w.MunicipalityId },
                (s, weights) => new { s.AllocationId, Weights = weights })
            .SelectMany(s => s.Weights.DefaultIfEmpty(), (s, w) => new { s.AllocationId, Percentage = w == null ? null : (decimal?)w.Percentage })
            .GroupBy(s => s.AllocationId)
            .Where(g => g.All(s => s.Percentage != null))
            .Select(g => new { Id = g.Key, Sum = g.Sum(s => s.Percentage) })
            .ToDictionaryAsync(s => s.Id, s => s.Sum, ct);

    private IQueryable<ProjectedAllocation> Latest(string areaId, string[] municipalityIds, int most)
    {
        var allocations = db.Set<ProjectedAllocation>().AsNoTracking();
        var shares = db.Set<ProjectedShare>();
        // Of a municipality that others went over into, what they shared in is found among those of all.
        if (areaId == MonitorArea.Region || municipalityIds.Length > 1)
        {
            return allocations
                .Where(a => shares.Any(s => s.AllocationId == a.Id && municipalityIds.Contains(s.MunicipalityId)))
                .OrderByDescending(a => a.OccurredAt).ThenByDescending(a => a.Id)
                .Take(most);
        }

        return shares.Where(s => s.MunicipalityId == areaId)
            .OrderByDescending(s => s.OccurredAt).ThenByDescending(s => s.AllocationId)
            .Take(most)
            .Join(allocations, s => s.AllocationId, a => a.Id, (s, a) => a)
            .OrderByDescending(a => a.OccurredAt).ThenByDescending(a => a.Id);
    }
}
