using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.Vault;

namespace Regio.Procurement.CareOrders.Assignments;

/// <summary>Finds clients by the keyed hash of their number, and what is known of them between two sides.</summary>
internal sealed class CareAssignmentReader(ProcurementDbContext db, CareKeys keys)
{
    /// <summary>Assignments with what was delivered; to be changed.</summary>
    public IQueryable<CareAssignment> Delivered => db.Set<CareAssignment>().Include(assignment => assignment.Deliveries).ThenInclude(delivery => delivery.Stops).AsSingleQuery();

    /// <summary>The pseudonyms of those of some clients of whom something is known, by the hash of their number in hexadecimal digits. Nobody cuts their link until the end of this transaction.</summary>
    public async Task<Dictionary<string, Guid>> FindClientsAsync(IEnumerable<byte[]> numberHashes, CancellationToken ct)
    {
        var sought = numberHashes.ToArray();
        var known = await db.Set<CareClient>().FromSql($"select id, number_hash from care_client where number_hash = any({sought}) for key share").AsNoTracking().ToListAsync(ct);
        return known.ToDictionary(client => Convert.ToHexString(client.NumberHash!), client => client.Id, StringComparer.Ordinal);
    }

    /// <summary>The pseudonym of a client; null for one of whom nothing is known. Nobody cuts its link until the end of this transaction.</summary>
    public async Task<Guid?> FindClientAsync(string bsn, CancellationToken ct) =>
        await FindClientsAsync([keys.ClientHash(bsn)], ct) is { Count: > 0 } known ? known.Values.Single() : null;

    /// <summary>The pseudonym of a client, a new one when nothing is known yet. It is kept with the effect of the message, or not at all.</summary>
    public async Task<Guid> FindOrAddClientAsync(string bsn, DateTimeOffset now, CancellationToken ct)
    {
        if (await FindClientAsync(bsn, ct) is { } known)
            return known;
        await LockNewAsync([keys.ClientHash(bsn)], ct);
        if (await FindClientAsync(bsn, ct) is { } meanwhile)
            return meanwhile;
        var client = new CareClient { Id = Guid.CreateVersion7(now), NumberHash = keys.ClientHash(bsn) };
        db.Add(client);
        return client.Id;
    }

    /// <summary>Whoever tells of one of these clients for the first time meanwhile waits for the end of this transaction.</summary>
    public async Task LockNewAsync(IEnumerable<byte[]> numberHashes, CancellationToken ct)
    {
        // Everybody locks in the same order, so that nobody waits for somebody who waits for them.
        var all = numberHashes.Select(hash => BitConverter.ToInt64(hash)).Order().ToArray();
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(key) from unnest({all}) as key", ct);
    }

    /// <summary>All assignments of a client between two sides, with what was delivered; to be changed.</summary>
    public Task<List<CareAssignment>> OfClientAsync(CareSides sides, Guid client, CancellationToken ct) => Delivered
        .Where(assignment => assignment.MunicipalityId == sides.MunicipalityId && assignment.ProviderAgbCode == sides.ProviderAgbCode && assignment.ClientId == client)
        .ToListAsync(ct);
}
