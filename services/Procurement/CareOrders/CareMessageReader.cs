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

    /// <summary>The message that came in as this file before; whoever brings the same file meanwhile waits for the end of this transaction.</summary>
    public async Task<CareMessage?> FindFileAsync(byte[] fileHash, CareParty party, CancellationToken ct)
    {
        var key = BitConverter.ToInt64(fileHash);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({key})", ct);
        var same = db.Set<CareMessage>().AsNoTracking().Where(m => m.FileHash == fileHash);
        return await (party.Code is { } code ? VisibleTo(same, code) : same).OrderBy(m => m.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Whether a number counts already; others with the same number wait for the end of this transaction.</summary>
    public async Task<bool> IsUsedAsync(byte[] numberHash, CancellationToken ct)
    {
        var key = BitConverter.ToInt64(numberHash);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({key})", ct);
        return await db.Set<CareMessage>().AnyAsync(m => m.NumberHash == numberHash && m.Outcome == CareMessageOutcome.Taken, ct);
    }

    /// <summary>Between two sides one message is judged at a time, by what those before it left; it waits here for the end of another's transaction.</summary>
    public Task WaitForTurnAsync(CareSides sides, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"{sides.MunicipalityId}/{sides.ProviderAgbCode}"}, 0))", ct);

    /// <summary>A number for an answer.</summary>
    public async Task<string> NextAnswerNumberAsync(CancellationToken ct)
    {
        var numbers = await db.Database.SqlQuery<long>($"""select nextval('care_answer_number') as "Value" """).ToListAsync(ct);
        return numbers[0].ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static IQueryable<CareMessage> VisibleTo(IQueryable<CareMessage> messages, string code) =>
        messages.Where(m => m.MunicipalityId == code || m.ProviderAgbCode == code || m.Deliverer == code);
}
