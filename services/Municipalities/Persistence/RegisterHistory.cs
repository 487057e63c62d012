using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Register;

namespace Regio.Municipalities.Persistence;

/// <summary>
/// The register as it was known at a moment, made from the versions that are kept of each municipality. A correction is a
/// later version, so what was answered before it can be answered again.
/// </summary>
internal sealed class RegisterHistory(RegisterCache register, IServiceScopeFactory scopes)
{
    /// <summary>The register as known at a moment; without one, as known now.</summary>
    public async ValueTask<RegisterSnapshot> KnownAtAsync(Timestamp? moment, CancellationToken ct)
    {
        var now = await register.GetAsync(ct);
        return moment is null ? now : await ReadAsync(moment.ToDateTimeOffset(), now.RegionsByCode, ct);
    }

    private async Task<RegisterSnapshot> ReadAsync(DateTimeOffset moment, IReadOnlyList<Region> regions, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MunicipalitiesDbContext>();
        var versions = await db.Set<MunicipalityVersion>().AsNoTracking().Where(v => v.RecordedAt <= moment).ToListAsync(ct);
        var known = versions.GroupBy(v => v.MunicipalityId).Select(same =>
        {
            var municipality = Municipality.Register(same.Key);
            municipality.Record(same.MaxBy(v => v.Version)!.Facts);
            return municipality;
        });
        return new RegisterSnapshot(known, regions, keys: [])
        {
            // Published ones are known from the beginning.
            RegionRoles = await db.Set<RegionRole>().AsNoTracking()
                .Where(r => (r.RecordedAt == null || r.RecordedAt <= moment) && (r.SupersededAt == null || r.SupersededAt > moment)).ToListAsync(ct),
            Claims = await db.Set<Claim>().AsNoTracking()
                .Where(c => (c.RecordedAt == null || c.RecordedAt <= moment) && (c.SupersededAt == null || c.SupersededAt > moment)).ToListAsync(ct),
        };
    }
}
