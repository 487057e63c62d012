using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ServiceDefaults.Grpc.Watches;

/// <summary>
/// Hears from the database which aggregates changed, in this process or another replica: a trigger notifies the channel
/// with the id. One connection serves all who watch.
/// </summary>
/// <typeparam name="TAggregate">What changes.</typeparam>
public sealed class ChangeFeed<TAggregate> : BackgroundService
{
    /// <summary>Most watches of one caller on one replica.</summary>
    public const int MostPerCaller = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly string _channel;
    private readonly NpgsqlDataSource _database;
    private readonly DatabaseState _state;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private readonly HashSet<ChangeWatch> _watches = [];
    private TaskCompletionSource _listening = Fresh();

    internal ChangeFeed(string channel, IServiceProvider services)
    {
        _channel = channel;
        _database = services.GetRequiredService<NpgsqlDataSource>();
        _state = services.GetRequiredService<DatabaseState>();
        _lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        _time = services.GetRequiredService<TimeProvider>();
        _logger = services.GetRequiredService<ILogger<ChangeFeed<TAggregate>>>();
    }

    /// <summary>Starts to watch: every change committed after this returns is told.</summary>
    /// <param name="caller">Whose watch it is; each may have <see cref="MostPerCaller"/>.</param>
    /// <param name="ct">Cancels the wait for the database.</param>
    public async Task<ChangeWatch> WatchAsync(string caller, CancellationToken ct)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct, _lifetime.ApplicationStopping);
        while (true)
        {
            Task listening;
            lock (_gate)
            {
                listening = _listening.Task;
                if (listening.IsCompleted && !_lifetime.ApplicationStopping.IsCancellationRequested)
                    return Begin(caller);
            }

            await WaitAsync(listening, ending.Token, ct);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // At the first sign of stopping, so that the server need not wait for callers who would stay for ever.
        await using var ending = _lifetime.ApplicationStopping.Register(() => EndAll(WatchEndedException.ServiceStops()));
        await _state.WhenMigratedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
            {
                _logger.LogWarning("No longer hears the channel {Channel} ({Reason}); those who watch are sent away", _channel, exception.GetType().Name);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            finally
            {
                // What happened in between is unknown, so nobody may believe to have seen it all.
                EndAll(WatchEndedException.Interrupted());
            }

            await Task.Delay(Pause, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private ChangeWatch Begin(string caller)
    {
        if (_watches.Count(open => open.Caller == caller) >= MostPerCaller)
        {
            throw new DomainException(
                CommonRules.WatchLimitReached, metadata: new Dictionary<string, string> { ["limit"] = MostPerCaller.ToString(CultureInfo.InvariantCulture) });
        }

        var watch = new ChangeWatch(caller, Forget);
        _watches.Add(watch);
        return watch;
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await _database.OpenConnectionAsync(ct);
        connection.Notification += (_, notification) => Tell(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {_channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        lock (_gate)
            _listening.TrySetResult();
        while (true)
            await connection.WaitAsync(ct);
    }

    private async Task WaitAsync(Task listening, CancellationToken ending, CancellationToken caller)
    {
        try
        {
            await listening.WaitAsync(LongestWait, _time, ending);
            ending.ThrowIfCancellationRequested();
        }
        catch (TimeoutException)
        {
            throw WatchEndedException.Interrupted();
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            throw WatchEndedException.ServiceStops();
        }
    }

    private void Tell(string id)
    {
        lock (_gate)
        {
            foreach (var watch in _watches)
                watch.Offer(id);
        }
    }

    private void EndAll(WatchEndedException reason)
    {
        lock (_gate)
        {
            if (_listening.Task.IsCompleted)
                _listening = Fresh();
            foreach (var watch in _watches)
                watch.End(reason);
            _watches.Clear();
        }
    }

    private void Forget(ChangeWatch watch)
    {
        lock (_gate)
            _watches.Remove(watch);
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Registers change feeds.</summary>
public static class ChangeFeedRegistration
{
    /// <summary>Adds a feed of the changes that the database tells on a channel. Comes after AddPersistence.</summary>
    /// <typeparam name="TAggregate">What changes.</typeparam>
    public static IServiceCollection AddChangeFeed<TAggregate>(this IServiceCollection services, string channel) => services
        .AddSingleton(provider => new ChangeFeed<TAggregate>(channel, provider))
        .AddHostedService(provider => provider.GetRequiredService<ChangeFeed<TAggregate>>());
}
