using Npgsql;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

/// <summary>Hears through the database that reference data changed, in this process or another, and empties the cache.</summary>
internal sealed partial class RegisterChangeListener(
    NpgsqlDataSource database,
    DatabaseState state,
    RegisterCache cache,
    TimeProvider time,
    ILogger<RegisterChangeListener> logger) : BackgroundService
{
    /// <summary>Channel that the triggers on the reference tables notify.</summary>
    public const string Channel = "register_changed";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WhenMigratedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
            {
                LogLost(exception.GetType().Name);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            finally
            {
                cache.StopKeeping();
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, _) => cache.Forget();
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        cache.StartKeeping();
        while (true)
        {
            // A connection that broke without a word would keep an old register for ever.
            if (!await connection.WaitAsync(Silence, ct))
            {
                await using var ping = new NpgsqlCommand("select 1", connection);
                await ping.ExecuteNonQueryAsync(ct);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No longer hears changes of the register ({Reason}); reads go to the database until it does.")]
    private partial void LogLost(string reason);
}
