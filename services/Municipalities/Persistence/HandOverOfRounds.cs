using Microsoft.EntityFrameworkCore;
using Npgsql;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

/// <summary>
/// Lets rounds follow the mergers of municipalities a moment after the day has come, so that the other services know it also
/// where nobody changes the round and nobody asks.
/// </summary>
internal sealed class HandOverOfRounds(RoundHandOver handOver, DatabaseState database, TimeProvider time, ILogger<HandOverOfRounds> logger) : BackgroundService
{
    private static readonly TimeSpan s_period = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WhenMigratedAsync(stoppingToken);
        using var timer = new PeriodicTimer(s_period, time);
        do
        {
            try
            {
                await handOver.HandOverAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or DbUpdateException or InvalidOperationException { InnerException: NpgsqlException })
            {
                logger.LogWarning(fault, "Rounds could not follow a merger; tried again in {Period}", s_period);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
