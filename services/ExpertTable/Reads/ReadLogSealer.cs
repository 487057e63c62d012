using Npgsql;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Reads;

/// <summary>Links what was read, a moment after it was.</summary>
internal sealed class ReadLogSealer(IServiceScopeFactory scopes, DatabaseState database, TimeProvider time, ILogger<ReadLogSealer> logger) : BackgroundService
{
    // As long as a line is not linked, only the rights on the database protect it.
    private static readonly TimeSpan s_period = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WhenMigratedAsync(stoppingToken);
        using var timer = new PeriodicTimer(s_period, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ReadLogSeal>().TryLinkAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
            {
                logger.LogWarning(fault, "Lines of the read log could not be linked; tried again in {Period}", s_period);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
