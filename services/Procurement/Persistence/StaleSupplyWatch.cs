using Microsoft.EntityFrameworkCore;
using Npgsql;
using Regio.Procurement.Supply.Staleness;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Persistence;

/// <summary>Looks for reports that became too old: at the start and every hour, since they do so with the day.</summary>
internal sealed class StaleSupplyWatch(IServiceScopeFactory scopes, DatabaseState database, TimeProvider time, ILogger<StaleSupplyWatch> logger) : BackgroundService
{
    private static readonly TimeSpan s_period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WhenMigratedAsync(stoppingToken);
        using var timer = new PeriodicTimer(s_period, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<StoredStaleReports>().TellAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or DbUpdateException or InvalidOperationException { InnerException: NpgsqlException })
            {
                logger.LogWarning(fault, "It could not be looked which reports of supply became stale; tried again in {Period}", s_period);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
