using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders;

/// <summary>Finds whose messages a caller sees, and those messages.</summary>
internal sealed class CareMessageReader(ProcurementDbContext db)
{
    /// <summary>Whose messages a caller delivers and reads.</summary>
    public async Task<CareParty> PartyAsync(Caller caller, CancellationToken ct)
    {
        if (ProviderScope.Of(caller).ProviderId is { } id)
        {
            var code = await db.Set<Provider>().Where(p => p.Id == id).Select(p => p.AgbCode).SingleOrDefaultAsync(ct);
            return code is null || caller.Municipality is not null ? throw new DomainException(CommonRules.OtherPartyData) : new CareParty(code);
        }

        return caller.Municipality is { } municipality ? new CareParty(municipality) : CareParty.Region;
    }

    /// <summary>The messages that a caller sees.</summary>
    public async Task<IQueryable<CareMessage>> VisibleAsync(Caller caller, CancellationToken ct)
    {
        var messages = db.Set<CareMessage>().AsNoTracking();
        return (await PartyAsync(caller, ct)).Code is { } code ? VisibleTo(messages, code) : messages;
    }

    /// <summary>One that the caller sees.</summary>
    public async Task<CareMessage> FindAsync(string id, Caller caller, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await (await VisibleAsync(caller, ct)).SingleOrDefaultAsync(m => m.Id == key, ct) ?? throw CareOrderRules.NotFound(id);
    }

    /// <summary>Whoever brings one of the same files meanwhile waits for the end of this transaction. Gives a number for the answer to each.</summary>
    public async Task<IReadOnlyList<string>> LockFilesAsync(IEnumerable<byte[]> fileHashes, CancellationToken ct)
    {
        // Everybody locks in the same order, so that nobody waits for somebody who waits for them.
        var keys = fileHashes.Select(hash => BitConverter.ToInt64(hash)).Order().ToArray();
        var numbers = await db.Database.SqlQuery<long>(
            $"""select nextval('care_answer_number') as "Value" from (select pg_advisory_xact_lock(key) from unnest({keys}) as key offset 0) locked""").ToListAsync(ct);
        return [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>
    /// Between two sides messages are judged in one transaction at a time, by what those before it left, and those with the same number too: they
    /// wait here for the end of another's transaction. Their numbers first, then their sides.
    /// </summary>
    public async Task WaitForTurnsAsync(IEnumerable<(byte[] NumberHash, CareSides Sides)> waiting, CancellationToken ct)
    {
        var all = waiting.ToList();
        var numbers = all.Select(each => BitConverter.ToInt64(each.NumberHash)).Order().ToArray();
        var turns = all.Select(each => Turn(each.Sides)).Distinct().ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
             select pg_advisory_xact_lock(key) from unnest({numbers}) as key
             union all
             select pg_advisory_xact_lock(key) from (select hashtextextended(turn, 0) as key from unnest({turns}) as turn order by 1) as ordered
             """,
            ct);
    }

    /// <summary>Those files that came in before and those numbers that count already, in hexadecimal digits. All are locked.</summary>
    public async Task<HashSet<string>> RepeatedAsync(IEnumerable<byte[]> fileHashes, IEnumerable<byte[]> numberHashes, CancellationToken ct)
    {
        var (files, numbers) = (fileHashes.ToArray(), numberHashes.ToArray());
        var repeated = await db.Database.SqlQuery<byte[]>(
            $"""
             select file_hash as "Value" from care_message where file_hash = any({files})
             union all
             select number_hash from care_message where number_hash = any({numbers}) and outcome = 'Taken'
             """).ToListAsync(ct);
        return [.. repeated.Select(Convert.ToHexString)];
    }

    /// <summary>The message that came in as this file before. The file is locked.</summary>
    public async Task<CareMessage?> FindFileAsync(byte[] fileHash, CareParty party, CancellationToken ct)
    {
        var same = db.Set<CareMessage>().AsNoTracking().Where(m => m.FileHash == fileHash);
        return await (party.Code is { } code ? VisibleTo(same, code) : same).OrderBy(m => m.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Whether a number counts already.</summary>
    public Task<bool> IsUsedAsync(byte[] numberHash, CancellationToken ct) =>
        db.Set<CareMessage>().AnyAsync(m => m.NumberHash == numberHash && m.Outcome == CareMessageOutcome.Taken, ct);

    /// <summary>Waits until no message is judged between two sides.</summary>
    public Task WaitForTurnAsync(CareSides sides, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({Turn(sides)}, 0))", ct);

    /// <summary>A number for an answer.</summary>
    public async Task<string> NextAnswerNumberAsync(CancellationToken ct) =>
        (await db.Database.SqlQuery<long>($"""select nextval('care_answer_number') as "Value" """).ToListAsync(ct))[0].ToString(CultureInfo.InvariantCulture);

    private static string Turn(CareSides sides) => $"{sides.MunicipalityId}/{sides.ProviderAgbCode}";

    private static IQueryable<CareMessage> VisibleTo(IQueryable<CareMessage> messages, string code) =>
        messages.Where(m => m.MunicipalityId == code || m.ProviderAgbCode == code || m.Deliverer == code);
}
