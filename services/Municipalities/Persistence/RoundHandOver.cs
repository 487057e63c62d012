using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Persistence;

/// <summary>Lets the rounds follow the mergers of municipalities whose day has come.</summary>
internal sealed class RoundHandOver(IServiceScopeFactory scopes, RegisterCache register, TimeProvider time)
{
    // Nobody waits long for this, so it stands in no queue for a table or round that somebody holds: there is another try.
    private const string LockTimeout = "set local lock_timeout = '1s'";

    private volatile Followed? _followed;

    /// <summary>
    /// Before a list over all rounds is read: once for what the register knows on a day. A round that somebody is changing follows
    /// by that change.
    /// </summary>
    public async Task BeforeListAsync(CancellationToken ct)
    {
        var (snapshot, today) = (await register.GetAsync(ct), time.DutchToday());
        if (!snapshot.HasEnded(today) || (_followed is { } followed && followed.Register == snapshot && followed.Day == today))
            return;
        try
        {
            await HandOverAsync(ct);
            _followed = new Followed(snapshot, today);
        }
        catch (Exception busy) when (DatabaseFaults.IsLockTimeout(busy))
        {
            // Whoever holds it lets it follow by their change; until then the list tells what it told before.
        }
    }

    /// <summary>Lets every round follow that has not.</summary>
    public async Task HandOverAsync(CancellationToken ct)
    {
        foreach (var id in await BehindAsync(time.DutchToday(), ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MunicipalitiesDbContext>();
            await HandOverAsync(db, id, ct);
        }
    }

    /// <summary>The rounds in which a body takes part of a municipality that is no longer there.</summary>
    private async Task<List<Guid>> BehindAsync(DateOnly today, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MunicipalitiesDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlRawAsync(LockTimeout, ct);
        return await (
            from round in db.Set<Round>().AsNoTracking()
            where round.State != RoundState.Withdrawn
            from body in round.Bodies
            where body.EndedOn == null
            join municipality in db.Set<Municipality>() on body.MunicipalityId equals municipality.Id
            where municipality.EndedOn <= today
            select round.Id).Distinct().ToListAsync(ct);
    }

    // Each round by itself: the row is locked, and where another instance was first nothing is left to do.
    private async Task HandOverAsync(MunicipalitiesDbContext db, Guid id, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlRawAsync(LockTimeout, ct);
        var round = await db.ToChangeAsync(id.ToString("D"), etag: "", "id", ct);
        var (now, today) = (time.StorableNow(), time.DutchToday());
        if (!round.GoOver(await db.MergersAsync(round, today, ct), today))
            return;
        foreach (var message in RoundEvents.Of(round, now))
            db.Publish(message, id.ToString("D"));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private sealed record Followed(RegisterSnapshot Register, DateOnly Day);
}
