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

    /// <summary>Whoever brings the same file meanwhile waits for the end of this transaction. Gives a number for the answer to it.</summary>
    public Task<string> LockFileAsync(byte[] fileHash, CancellationToken ct)
    {
        var key = BitConverter.ToInt64(fileHash);
        return NumberAsync($"""select nextval('care_answer_number') as "Value" from (select pg_advisory_xact_lock({key}) offset 0) locked""", ct);
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

    /// <summary>
    /// Between two sides one message is judged at a time, by what those before it left, and one with the same number too: it waits here for the
    /// end of another's transaction.
    /// </summary>
    public async Task WaitForTurnAsync(byte[] numberHash, CareSides sides, CancellationToken ct)
    {
        var key = BitConverter.ToInt64(numberHash);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({key}), pg_advisory_xact_lock(hashtextextended({Turn(sides)}, 0))", ct);
    }

    /// <summary>Waits until no message is judged between two sides.</summary>
    public Task WaitForTurnAsync(CareSides sides, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({Turn(sides)}, 0))", ct);

    /// <summary>A number for an answer.</summary>
    public Task<string> NextAnswerNumberAsync(CancellationToken ct) => NumberAsync($"""select nextval('care_answer_number') as "Value" """, ct);

    private async Task<string> NumberAsync(FormattableString sql, CancellationToken ct) =>
        (await db.Database.SqlQuery<long>(sql).ToListAsync(ct))[0].ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Turn(CareSides sides) => $"{sides.MunicipalityId}/{sides.ProviderAgbCode}";

    private static IQueryable<CareMessage> VisibleTo(IQueryable<CareMessage> messages, string code) =>
        messages.Where(m => m.MunicipalityId == code || m.ProviderAgbCode == code || m.Deliverer == code);
}
