using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;

namespace Regio.Municipalities.Register;

/// <summary>Finds the claims of a topic, to change them.</summary>
internal static class StoredClaims
{
    /// <summary>The claims of a topic that hold; whoever changes the same topic meanwhile waits for the end of this transaction.</summary>
    public static async Task<List<Claim>> ClaimsToChangeAsync(this MunicipalitiesDbContext db, string topic, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"claim/{topic}"}, 0))", ct);
        return await db.Set<Claim>().Where(claim => claim.Topic == topic && claim.SupersededAt == null).ToListAsync(ct);
    }
}
