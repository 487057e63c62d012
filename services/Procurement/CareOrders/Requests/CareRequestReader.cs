using Microsoft.EntityFrameworkCore;
using Regio.CareMessages.Model;
using Regio.Procurement.Persistence;
using Regio.Procurement.Vault;

namespace Regio.Procurement.CareOrders.Requests;

/// <summary>Finds requests by the keyed hash of the provider's reference.</summary>
internal sealed class CareRequestReader(ProcurementDbContext db, CareKeys keys)
{
    public byte[] ReferenceHash(Value<string> reference, CareSides sides) => keys.NumberHash("request", sides.ProviderAgbCode, reference.Data);

    /// <summary>Those of these references that the provider used, for whatever municipality.</summary>
    public async Task<HashSet<string>> UsedAsync(IReadOnlyCollection<byte[]> references, CancellationToken ct)
    {
        var used = await db.Set<CareRequest>().AsNoTracking().Where(request => references.Contains(request.ReferenceHash)).Select(request => request.ReferenceHash).ToListAsync(ct);
        return [.. used.Select(Convert.ToHexString)];
    }

    /// <summary>Whether a request for a client waits for its final answer between two sides.</summary>
    public Task<bool> IsAnyWaitingAsync(CareSides sides, Guid client, CancellationToken ct) => db.Set<CareRequest>().AnyAsync(
        request => request.MunicipalityId == sides.MunicipalityId && request.ProviderAgbCode == sides.ProviderAgbCode && request.ClientId == client && request.DueOn != null, ct);

    /// <summary>The requests with these references between two sides, by their hash; to be changed.</summary>
    public async Task<Dictionary<string, CareRequest>> FindAsync(CareSides sides, IReadOnlyCollection<byte[]> references, CancellationToken ct)
    {
        var found = await db.Set<CareRequest>()
            .Where(request => references.Contains(request.ReferenceHash) && request.MunicipalityId == sides.MunicipalityId)
            .ToListAsync(ct);
        return found.ToDictionary(request => Convert.ToHexString(request.ReferenceHash), StringComparer.Ordinal);
    }
}
