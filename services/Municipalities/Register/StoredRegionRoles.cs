using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Register;

/// <summary>Finds the roles for a region, to change them.</summary>
internal static class StoredRegionRoles
{
    /// <summary>The region, its row locked so that two who change its roles do so one after another.</summary>
    public static async Task<Region> RegionToChangeAsync(this MunicipalitiesDbContext db, string id, string field, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from region where id = {id} for update", ct);
        return await db.Set<Region>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct)
            ?? throw new DomainException(RegisterRules.RegionUnknown, field, new Dictionary<string, string> { ["region_id"] = id });
    }

    /// <summary>The roles of a kind for a region that hold, past and present.</summary>
    public static Task<List<RegionRole>> RolesAsync(this MunicipalitiesDbContext db, string regionId, RegionRoleKind kind, CancellationToken ct) =>
        db.Set<RegionRole>().Where(r => r.RegionId == regionId && r.Kind == kind && r.SupersededAt == null).ToListAsync(ct);
}
