using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Innovations;

/// <summary>Finds innovations, to read them or to change them.</summary>
internal static class InnovationReader
{
    /// <summary>The innovation to change, its row locked.</summary>
    public static async Task<Innovation> InnovationToChangeAsync(this ProcurementDbContext db, string id, string etag, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select 1 from innovation where id = {key} for update", ct);
        var innovation = await db.Set<Innovation>().Include(i => i.Decisions).SingleOrDefaultAsync(i => i.Id == key, ct) ?? throw InnovationRules.NotFound(id);
        Etag.Require(etag, innovation.Version);
        return innovation;
    }
}
