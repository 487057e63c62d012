using Npgsql;

namespace Regio.Municipalities.Persistence;

/// <summary>Hears through the database that reference data changed, in this process or another, and empties the cache.</summary>
internal sealed partial class RegisterChangeListener(
    NpgsqlDataSource database,
    RegisterCache cache,
    TimeProvider time,
    ILogger<RegisterChangeListener> logger) : BackgroundService
{
    /// <summary>Channel that the triggers on the reference tables notify.</summary>
    public const string Channel = "register_changed";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
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
            await connection.WaitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No longer hears changes of the register ({Reason}); reads go to the database until it does.")]
    private partial void LogLost(string reason);
}
