using Microsoft.EntityFrameworkCore;
using Regio.Procurement.CareOrders.Claims;
using Regio.Procurement.Persistence;
using Regio.Procurement.Vault;

namespace Regio.Procurement.CareOrders.Assignments;

/// <summary>Finds clients by the keyed hash of their number, and what is known of them between two sides.</summary>
internal sealed class CareAssignmentReader(ProcurementDbContext db, CareKeys keys)
{
    /// <summary>The pseudonym of a client; null for one of whom nothing is known.</summary>
    public async Task<Guid?> FindClientAsync(string bsn, CancellationToken ct)
    {
        var hash = keys.ClientHash(bsn);
        return await db.Set<CareClient>().AsNoTracking().Where(client => client.NumberHash == hash).Select(client => (Guid?)client.Id).SingleOrDefaultAsync(ct);
    }

    /// <summary>The pseudonym of a client, a new one when nothing is known yet. It is kept with the effect of the message, or not at all.</summary>
    public async Task<Guid> FindOrAddClientAsync(string bsn, DateTimeOffset now, CancellationToken ct)
    {
        if (await FindClientAsync(bsn, ct) is { } known)
            return known;
        var client = new CareClient { Id = Guid.CreateVersion7(now), NumberHash = keys.ClientHash(bsn) };
        db.Add(client);
        return client.Id;
    }

    /// <summary>All assignments of a client between two sides, with what was delivered; to be changed.</summary>
    public Task<List<CareAssignment>> OfClientAsync(CareSides sides, Guid client, CancellationToken ct) => db.Set<CareAssignment>()
        .Include(assignment => assignment.Deliveries).ThenInclude(delivery => delivery.Stops).AsSingleQuery()
        .Where(assignment => assignment.MunicipalityId == sides.MunicipalityId && assignment.ProviderAgbCode == sides.ProviderAgbCode && assignment.ClientId == client)
        .ToListAsync(ct);

    /// <summary>Which of these numbers a municipality gave to somebody else.</summary>
    public async Task<HashSet<long>> NumbersOfOthersAsync(CareSides sides, Guid client, IReadOnlyCollection<long> numbers, CancellationToken ct)
    {
        var held = await db.Set<CareAssignment>().AsNoTracking()
            .Where(assignment => assignment.MunicipalityId == sides.MunicipalityId && numbers.Contains(assignment.Number!.Value)
                && (assignment.ProviderAgbCode != sides.ProviderAgbCode || assignment.ClientId != client))
            .Select(assignment => assignment.Number!.Value).ToListAsync(ct);
        return [.. held];
    }

    /// <summary>Which of these assignments have a line that was claimed, accepted and not taken back.</summary>
    public async Task<HashSet<Guid>> ClaimedAsync(IReadOnlyCollection<Guid> assignments, CancellationToken ct) => assignments.Count == 0 ? [] :
        [.. await db.Set<CareClaimLine>().AsNoTracking().Where(line => line.IsOpen && assignments.Contains(line.AssignmentId)).Select(line => line.AssignmentId).Distinct().ToListAsync(ct)];
}
