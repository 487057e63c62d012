using System.Data;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Agreements;
using Regio.Municipalities.Funds;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;

namespace Regio.Municipalities.Handover;

/// <summary>Reads all that concerns a municipality, as it was at one moment.</summary>
internal sealed class HandoverReader(MunicipalitiesDbContext db)
{
    /// <summary>Most rounds, agreements, funds and acts that are read, and most items of a section.</summary>
    public const int Most = 200;

    public async Task<HandoverContent> ReadAsync(Municipality municipality, DateOnly day, CancellationToken ct)
    {
        var id = municipality.Id;
        List<string> regions = [.. municipality.Memberships.Where(m => m.Validity.Contains(day)).Select(m => m.RegionId).Distinct().Order(StringComparer.Ordinal)];
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        return new HandoverContent
        {
            Municipality = municipality,
            RegionIds = regions,
            Day = day,
            Rounds = await db.Set<Round>().AsNoTracking().Where(r => r.Bodies.Any(b => b.MunicipalityId == id))
                .OrderByDescending(r => r.Id).Take(Most).WithParts().ToListAsync(ct),
            Agreements = await db.Set<Agreement>().AsNoTracking().Where(a => a.MunicipalityIds.Contains(id))
                .OrderByDescending(a => a.Id).Take(Most).WithParts().ToListAsync(ct),
            Funds = await db.Set<Fund>().AsNoTracking().Where(f => regions.Contains(f.RegionId))
                .OrderByDescending(f => f.Id).Take(Most).WithParts().ToListAsync(ct),
            Acts = await db.Set<MandatedAct>().AsNoTracking()
                .Where(a => a.State == MandatedActState.ToBeRatified && a.Authorities.Any(x => x.MunicipalityId == id))
                .OrderByDescending(a => a.Id).Take(Most).Include(a => a.Authorities).ToListAsync(ct),
        };
    }
}
