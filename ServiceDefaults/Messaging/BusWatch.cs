using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>
/// Starts the bus anew when the broker is back and the bus does not notice. With messages in the works while a broker
/// dies, the library's receiver can wait for ever for acknowledgements that nobody takes (MassTransit issue 5692).
/// </summary>
internal sealed class BusWatch(IBusControl bus, BrokerConnection broker, TimeProvider time, ILogger<BusWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan RestartLimit = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first start is the library's own affair; it waits for the broker by itself.
        var wasHealthy = false;
        DateTimeOffset? stuckSince = null;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var isHealthy = bus.CheckHealth().Status == BusHealthStatus.Healthy;
            wasHealthy |= isHealthy;
            if (isHealthy || !wasHealthy || !await IsBrokerThereAsync(stoppingToken))
            {
                stuckSince = null;
                continue;
            }

            stuckSince ??= time.GetUtcNow();
            if (time.GetUtcNow() - stuckSince < Patience)
                continue;
            logger.LogWarning("The broker is back and the bus has not noticed for {Patience}; the bus starts anew", Patience);
            await RestartAsync(stoppingToken);
            stuckSince = null;
        }
    }

    private async Task<bool> IsBrokerThereAsync(CancellationToken ct)
    {
        try
        {
            await broker.OpenAsync(ct);
            return true;
        }
        catch (Exception exception) when (BrokerFaults.IsOutage(exception) && !ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task RestartAsync(CancellationToken ct)
    {
        try
        {
            await LimitedAsync(bus.StopAsync, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            logger.LogWarning("The bus did not stop in order: {Reason}", exception.Message);
        }

        try
        {
            await LimitedAsync(bus.StartAsync, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            logger.LogWarning("The bus did not start yet: {Reason}", exception.Message);
        }
    }

    private async Task LimitedAsync(Func<CancellationToken, Task> step, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(RestartLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        await step(both.Token).WaitAsync(RestartLimit * 1.5, time, ct);
    }
}
