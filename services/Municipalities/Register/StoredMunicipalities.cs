using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Register;

/// <summary>Finds municipalities to change them, and keeps each version that they had.</summary>
internal static class StoredMunicipalities
{
    /// <summary>The municipality to change, its row locked so that two who change it do so one after another.</summary>
    public static async Task<Municipality> MunicipalityToChangeAsync(this MunicipalitiesDbContext db, string id, string field, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from municipality where id = {id} for update", ct);
        return await db.Set<Municipality>().Include(m => m.YouthCounts).Include(m => m.Memberships).AsSplitQuery().SingleOrDefaultAsync(m => m.Id == id, ct)
            ?? throw new DomainException(RegisterRules.MunicipalityUnknown, field, new Dictionary<string, string> { ["municipality_id"] = id });
    }

    /// <summary>Keeps what is known now as a version and tells the other services.</summary>
    public static void KeepVersion(
        this MunicipalitiesDbContext db, Municipality municipality, IReadOnlyDictionary<string, Region> regions, DateTimeOffset now)
    {
        db.Add(new MunicipalityVersion
        {
            MunicipalityId = municipality.Id,
            Version = municipality.Version,
            RecordedAt = now,
            Facts = municipality.Facts,
        });
        db.Publish(RegisterEvents.Recorded(municipality, regions, now), municipality.Id);
    }

    /// <summary>Keeps the version that a change of memberships made, and tells which they were.</summary>
    public static async Task KeepMembershipsAsync(
        this MunicipalitiesDbContext db, Municipality municipality, IReadOnlyList<Membership> changed, DateTimeOffset now, CancellationToken ct)
    {
        db.KeepVersion(municipality, await db.Set<Region>().AsNoTracking().ToDictionaryAsync(r => r.Id, ct), now);
        db.Publish(RegisterEvents.Changed(municipality, changed, now), municipality.Id);
    }
}
