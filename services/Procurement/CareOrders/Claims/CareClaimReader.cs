using Microsoft.EntityFrameworkCore;
using Regio.CareMessages.Model;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.Persistence;
using Regio.Procurement.Vault;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>What is known of a claim before it is judged.</summary>
/// <param name="IsNumberUsed">Whether the provider used its number for a claim that was taken.</param>
/// <param name="IsBeforeLast">Whether a claim for a later month was taken between the two sides.</param>
internal sealed record KnownOfClaim(bool IsNumberUsed, bool IsBeforeLast);

/// <summary>Finds what claims are judged by.</summary>
internal sealed class CareClaimReader(ProcurementDbContext db, CareAssignmentReader pseudonyms, CareKeys keys)
{
    public byte[] NumberHash(Declaratie claim, CareSides sides) => keys.NumberHash("claim", sides.ProviderAgbCode, claim.DeclaratieNummer.Data);

    public byte[] ReferenceHash(Value<string> reference, CareSides sides) => keys.NumberHash("claim line", sides.ProviderAgbCode, reference.Data);

    public async Task<KnownOfClaim> FindAsync(byte[] number, CareSides sides, DateOnly month, CancellationToken ct)
    {
        var before = db.Set<CareClaim>().AsNoTracking().Where(each => each.ProviderAgbCode == sides.ProviderAgbCode);
        return new KnownOfClaim(
            await before.AnyAsync(each => each.NumberHash == number, ct),
            await before.AnyAsync(each => each.MunicipalityId == sides.MunicipalityId && each.Month > month, ct));
    }

    /// <summary>What is known of each of these clients; none for one of whom nothing is known between the two sides.</summary>
    public async Task<Dictionary<DeclaratieClient, ClaimBook>> OpenAsync(
        IReadOnlyList<DeclaratieClient> clients, CareSides sides, ILookup<(string Category, string Code), AgreedTariff> tariffs, CancellationToken ct)
    {
        var hashes = clients.ToDictionary(client => client, client => keys.ClientHash(client.Bsn.Data));
        var ids = await pseudonyms.FindClientsAsync(hashes.Values, ct);
        Guid[] clientIds = [.. ids.Values];
        var assignments = (await db.Set<CareAssignment>().AsNoTracking()
            .Where(each => each.MunicipalityId == sides.MunicipalityId && each.ProviderAgbCode == sides.ProviderAgbCode && clientIds.Contains(each.ClientId))
            .ToListAsync(ct)).ToLookup(each => each.ClientId);
        Guid[] assignmentIds = [.. assignments.SelectMany(each => each).Select(each => each.Id)];
        byte[][] references = [.. clients.SelectMany(client => client.Prestaties).SelectMany(line => References(line, sides))];
        var lines = await db.Set<CareClaimLine>()
            .Where(line => assignmentIds.Contains(line.AssignmentId) || (line.ProviderAgbCode == sides.ProviderAgbCode && references.Contains(line.ReferenceHash)))
            .ToListAsync(ct);
        var (ofAssignment, byReference) = (lines.ToLookup(line => line.AssignmentId), lines.ToLookup(line => Convert.ToHexString(line.ReferenceHash), StringComparer.Ordinal));
        var books = new Dictionary<DeclaratieClient, ClaimBook>();
        foreach (var (client, hash) in hashes)
        {
            if (!ids.TryGetValue(Convert.ToHexString(hash), out var id) || !assignments[id].Any())
                continue;
            var own = client.Prestaties.SelectMany(line => References(line, sides)).SelectMany(reference => byReference[Convert.ToHexString(reference)]);
            books[client] = new ClaimBook([.. assignments[id]], assignments[id].SelectMany(each => ofAssignment[each.Id]).Union(own), tariffs);
        }

        return books;
    }

    private IEnumerable<byte[]> References(Prestatie line, CareSides sides)
    {
        yield return ReferenceHash(line.ProductReferentie.ReferentieNummer, sides);
        if (line.ProductReferentie.VorigReferentieNummer.HasValue)
            yield return ReferenceHash(line.ProductReferentie.VorigReferentieNummer, sides);
    }
}
