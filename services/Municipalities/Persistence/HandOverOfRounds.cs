using Microsoft.EntityFrameworkCore;
using Npgsql;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Persistence;

/// <summary>
/// Lets rounds follow the mergers of municipalities a moment after the day has come, so that lists over all rounds and the other
/// services know it also where nobody changes the round.
/// </summary>
internal sealed class HandOverOfRounds(IServiceScopeFactory scopes, DatabaseState database, TimeProvider time, ILogger<HandOverOfRounds> logger)
    : BackgroundService
{
    // As long as a list over all rounds may name a council that is no longer there.
    private static readonly TimeSpan s_period = TimeSpan.FromSeconds(5);

    // Nobody waits for this, so it stands in no queue for a table that somebody holds: the next period is another try.
    private const string LockTimeout = "set local lock_timeout = '1s'";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WhenMigratedAsync(stoppingToken);
        using var timer = new PeriodicTimer(s_period, time);
        do
        {
            try
            {
                await HandOverAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or DbUpdateException or InvalidOperationException { InnerException: NpgsqlException })
            {
                logger.LogWarning(fault, "Rounds could not follow a merger; tried again in {Period}", s_period);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task HandOverAsync(CancellationToken ct)
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
}
