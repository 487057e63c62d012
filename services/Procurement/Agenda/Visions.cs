using Regio.Procurement.Persistence;

namespace Regio.Procurement.Agenda;

/// <summary>Finds what is known of visions.</summary>
internal static class Visions
{
    /// <summary>The vision to note an event on; it is new with the first event of its round.</summary>
    public static async Task<Vision> VisionAsync(this ProcurementDbContext db, Guid roundId, CancellationToken ct)
    {
        if (await db.Set<Vision>().FindAsync([roundId], ct) is { } known)
            return known;
        return db.Add(new Vision(roundId)).Entity;
    }
}
