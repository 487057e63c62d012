using Microsoft.EntityFrameworkCore;
using Regio.CareMessages.Model;
using Regio.Procurement.CareOrders.Claims;
using Regio.Procurement.Persistence;
using Regio.Procurement.Vault;

namespace Regio.Procurement.CareOrders.Assignments;

/// <summary>Reads what is known of the clients of messages about one client, of one message or of many with as many statements. It is the turn of their sides.</summary>
internal sealed class KnownClientReader(ProcurementDbContext db, CareAssignmentReader assignments, CareKeys keys)
{
    /// <summary>Whether it is a message about what a client was assigned and what of that is delivered.</summary>
    public static bool IsAsked(Message message) => message is Jw301 or Jw305 or Jw307;

    /// <summary>The citizen service number in a message about one client.</summary>
    public static string BsnOf(Message message) => message switch
    {
        Jw301 assigned => assigned.Client.Bsn.Data,
        Jw305 started => started.Client.Bsn.Data,
        Jw307 stopped => stopped.Client.Bsn.Data,
        _ => throw new ArgumentException($"A {message.GetType().Name} is not asked about.", nameof(message)),
    };

    /// <summary>The numbers that a municipality gives in a message.</summary>
    public static IEnumerable<long> NumbersIn(Message message) => message is Jw301 assigned ? assigned.Client.ToegewezenProducten.Select(product => product.ToewijzingNummer.Data) : [];

    /// <summary>What is known for each message, in their order. Each is about another client.</summary>
    public async Task<IReadOnlyList<KnownClient>> ReadAsync(IReadOnlyList<(Message Message, CareSides Sides)> asked, CancellationToken ct)
    {
        var hashes = asked.Select(each => keys.ClientHash(BsnOf(each.Message))).ToList();
        var clients = await assignments.FindClientsAsync(hashes, ct);
        var unknown = hashes.FindAll(hash => !clients.ContainsKey(Convert.ToHexString(hash)));
        if (unknown.Count > 0)
        {
            await assignments.LockNewAsync(unknown, ct);
            clients = await assignments.FindClientsAsync(hashes, ct);
        }

        var ids = hashes.ConvertAll(hash => clients.TryGetValue(Convert.ToHexString(hash), out var id) ? id : (Guid?)null);
        var held = (await HeldAsync(asked, [.. clients.Values], ct)).ToLookup(assignment => (assignment.ClientId, assignment.MunicipalityId, assignment.ProviderAgbCode));
        var numbered = await NumberedAsync(asked, ct);
        Guid[] changed = [.. asked.Zip(ids, (each, id) => each.Message is Jw301 && id is { } client ? held[(client, each.Sides.MunicipalityId, each.Sides.ProviderAgbCode)] : []).SelectMany(own => own).Select(own => own.Id)];
        var claimed = await ClaimedAsync(changed, ct);
        return
        [
            .. asked.Select((each, index) => new KnownClient(
                ids[index],
                hashes[index],
                ids[index] is { } id ? [.. held[(id, each.Sides.MunicipalityId, each.Sides.ProviderAgbCode)]] : [],
                OfOthers(each.Message, each.Sides, ids[index], numbered),
                claimed)),
        ];
    }

    /// <summary>Takes what is known of a client out of the unit of work, whatever was changed of it.</summary>
    public void LetGo(KnownClient known)
    {
        foreach (var delivery in known.Held.SelectMany(assignment => assignment.Deliveries))
        {
            foreach (var stop in delivery.Stops)
                db.Entry(stop).State = EntityState.Detached;
            db.Entry(delivery).State = EntityState.Detached;
        }

        foreach (var assignment in known.Held)
            db.Entry(assignment).State = EntityState.Detached;
    }

    private async Task<List<CareAssignment>> HeldAsync(IReadOnlyList<(Message Message, CareSides Sides)> asked, Guid[] clients, CancellationToken ct)
    {
        if (clients.Length == 0)
            return [];
        string[] municipalities = [.. asked.Select(each => each.Sides.MunicipalityId).Distinct()];
        string[] providers = [.. asked.Select(each => each.Sides.ProviderAgbCode).Distinct()];
        return await assignments.Delivered
            .Where(assignment => clients.Contains(assignment.ClientId) && providers.Contains(assignment.ProviderAgbCode) && municipalities.Contains(assignment.MunicipalityId))
            .ToListAsync(ct);
    }

    private async Task<List<GivenNumber>> NumberedAsync(IReadOnlyList<(Message Message, CareSides Sides)> asked, CancellationToken ct)
    {
        long[] numbers = [.. asked.SelectMany(each => NumbersIn(each.Message)).Distinct()];
        if (numbers.Length == 0)
            return [];
        string[] municipalities = [.. asked.Where(each => each.Message is Jw301).Select(each => each.Sides.MunicipalityId).Distinct()];
        return await db.Set<CareAssignment>().AsNoTracking()
            .Where(assignment => municipalities.Contains(assignment.MunicipalityId) && numbers.Contains(assignment.Number!.Value))
            .Select(assignment => new GivenNumber(assignment.MunicipalityId, assignment.Number!.Value, assignment.ProviderAgbCode, assignment.ClientId)).ToListAsync(ct);
    }

    private async Task<HashSet<Guid>> ClaimedAsync(Guid[] assignments, CancellationToken ct) => assignments.Length == 0 ? [] :
        [.. await db.Set<CareClaimLine>().AsNoTracking().Where(line => line.IsOpen && assignments.Contains(line.AssignmentId)).Select(line => line.AssignmentId).Distinct().ToListAsync(ct)];

    private static HashSet<long> OfOthers(Message message, CareSides sides, Guid? client, List<GivenNumber> given)
    {
        var numbers = NumbersIn(message).ToHashSet();
        return
        [
            .. given.Where(each => each.MunicipalityId == sides.MunicipalityId && numbers.Contains(each.Number)
                && (each.ProviderAgbCode != sides.ProviderAgbCode || each.ClientId != client)).Select(each => each.Number),
        ];
    }

    private sealed record GivenNumber(string MunicipalityId, long Number, string ProviderAgbCode, Guid ClientId);
}
