using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;

namespace Regio.Municipalities.Staffing;

/// <summary>Reads what counts of needs and supplies: the last version of each.</summary>
internal static class StoredStaffing
{
    /// <summary>Makes those who record in one region one after another, since the next version follows from those there are.</summary>
    public static async Task LockStaffingAsync(this MunicipalitiesDbContext db, string regionId, Quarter quarter, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"staffing {regionId} {quarter.Year} {quarter.Number}"}, 0))", ct);

    public static async Task<IReadOnlyList<StaffingNeed>> NeedsAsync(this MunicipalitiesDbContext db, string regionId, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var all = db.Set<StaffingNeed>().AsNoTracking();
        return await all.Include(n => n.Owed)
            .Where(n => n.RegionId == regionId && n.QuarterStart >= first && n.QuarterStart <= last)
            .Where(n => !all.Any(later => later.RegionId == n.RegionId && later.QuarterStart == n.QuarterStart && later.Version > n.Version))
            .ToListAsync(ct);
    }

    public static async Task<IReadOnlyList<StaffingSupply>> SuppliesAsync(this MunicipalitiesDbContext db, string regionId, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var all = db.Set<StaffingSupply>().AsNoTracking();
        return await all
            .Where(s => s.RegionId == regionId && s.QuarterStart >= first && s.QuarterStart <= last)
            .Where(s => !all.Any(later => later.RegionId == s.RegionId && later.QuarterStart == s.QuarterStart && later.MunicipalityId == s.MunicipalityId && later.Version > s.Version))
            .ToListAsync(ct);
    }
}
